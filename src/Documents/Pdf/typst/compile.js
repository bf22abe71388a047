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
 * The pages one by one: Typst draws them all into one picture, below one another, with the glyphs of all of them at its end.
 * Most of it is what SVG takes for granted anyway, and long names; without them a page is a third as large.
 */
const draw = (svg, count) => {
  const width = Number(/viewBox="0 0 ([\d.]+)/.exec(svg)[1]);
  const height = Number(/viewBox="0 0 [\d.]+ ([\d.]+)/.exec(svg)[1]) / count;
  const parts = svg.replaceAll(/ (y="0"|fill="#000000" fill-rule="nonzero"|class="[^"]*")(?=[ />])/g, '').split(/^ {4}(?=<(?:path|g|defs)[ >])/m).slice(1);
  const groups = parts.filter((part) => part.startsWith('<g'));
  const defs = parts.filter((part) => part.startsWith('<defs')).join('').replace(/<\/svg>\s*$/, '');
  const glyphs = new Map([...defs.matchAll(/<symbol id="(g[^"]+)"[\s\S]*?<\/symbol>/g)].map((glyph) => [glyph[1], glyph[0]]));
  const others = defs.replaceAll(/<symbol id="g[^"]+"[\s\S]*?<\/symbol>/g, '');

  return groups.map((group, at) => {
    const used = [...new Set([...group.matchAll(/href="#(g[^"]+)"/g)].map((use) => use[1]))];
    const names = new Map(used.map((name, place) => [name, place.toString(36)]));
    const drawn = group.replaceAll(/href="#(g[^"]+)"/g, (_, name) => `href="#g${names.get(name)}"`);
    const symbols = used.map((name) => (glyphs.get(name) ?? '').replace(name, `g${names.get(name)}`)).join('');

    return `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 ${height * at} ${width} ${height}" width="${width}pt" height="${height}pt">`
      + `<rect y="${height * at}" width="${width}" height="${height}" fill="#fff"/>${drawn}<defs>${symbols}</defs>${others}</svg>`.replaceAll(/>\s+</g, '><');
  });
};

/**
 * @param callback (error, { pdf: base64, pages, drawings: an SVG a page, where asked for } or { fault })
 * @param report the data as JSON
 * @param images name to base64
 * @param isDrawn whether the pages are wanted as pictures, too
 */
module.exports = (callback, report, images, isDrawn) => {
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
    const pages = compiled.result.numOfPages;
    const drawings = isDrawn ? draw(compiler.plainSvg(compiled.result), pages) : [];
    callback(null, { pdf: pdf.toString('base64'), pages, drawings });
  } catch (error) {
    callback(null, { fault: String(error?.message ?? error) });
  } finally {
    compiler.resetShadow();
    compiler.evictCache(remembered);
  }
};
