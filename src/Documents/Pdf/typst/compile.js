// Compiles report.typ with the data of one report. Loaded once into a process that stays; every call is on its own.
const path = require('path');
const { NodeCompiler } = require('@myriaddreamin/typst-ts-node-compiler');

const folder = __dirname;
const template = path.join(folder, 'report.typ');
const fonts = path.join(folder, 'node_modules', '@expo-google-fonts', 'tinos');

const compiler = NodeCompiler.create({ workspace: folder, fontArgs: [{ fontPaths: [fonts] }] });

/** How many calls a part of a compiled report is remembered for: texts come again, changed in a few places. */
const remembered = 10;

/**
 * @param callback (error, { pdf: base64, pages } or { fault })
 * @param report the data as JSON
 * @param images name to base64
 */
module.exports = (callback, report, images) => {
  try {
    compiler.resetShadow();
    compiler.mapShadow(path.join(folder, 'report.json'), Buffer.from(report));
    for (const [name, bytes] of Object.entries(images))
      compiler.mapShadow(path.join(folder, 'images', name), Buffer.from(bytes, 'base64'));

    const compiled = compiler.compile({ mainFilePath: template, resetRead: true });
    if (compiled.hasError()) {
      callback(null, { fault: JSON.stringify(compiled.takeDiagnostics()?.shortDiagnostics) });
      return;
    }

    const pdf = compiler.pdf(compiled.result, { pdfStandard: 'a-2a' });
    callback(null, { pdf: pdf.toString('base64'), pages: compiled.result.numOfPages });
  } catch (error) {
    callback(null, { fault: String(error?.message ?? error) });
  } finally {
    compiler.resetShadow();
    compiler.evictCache(remembered);
  }
};
