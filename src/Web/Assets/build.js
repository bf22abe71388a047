// Compiles the style and the scripts, and copies the typeface and the icon to where the pages are served from.
'use strict';

const fs = require('node:fs');
const path = require('node:path');
const esbuild = require('esbuild');
const sass = require('sass');

const target = path.join(__dirname, '..', 'wwwroot');
const typeface = path.join(__dirname, 'node_modules', '@fontsource', 'be-vietnam-pro', 'files');
const scripts = path.join(__dirname, 'scripts');

fs.rmSync(target, { recursive: true, force: true });
fs.mkdirSync(path.join(target, 'fonts'), { recursive: true });

// A script that stands right in the folder is one that a page asks for; what they share lies in folders below it.
esbuild.buildSync({
  entryPoints: fs.readdirSync(scripts).filter((name) => name.endsWith('.ts')).map((name) => path.join(scripts, name)),
  outdir: target,
  bundle: true,
  minify: true,
  format: 'esm',
  target: 'es2020',
  charset: 'utf8',
  legalComments: 'none',
});

for (const weight of ['400', '600'])
  for (const part of ['latin', 'vietnamese']) {
    const name = `be-vietnam-pro-${part}-${weight}-normal.woff2`;
    fs.copyFileSync(path.join(typeface, name), path.join(target, 'fonts', name));
  }

fs.copyFileSync(path.join(__dirname, 'favicon.svg'), path.join(target, 'favicon.svg'));

const { css } = sass.compile(path.join(__dirname, 'site.scss'), {
  style: 'compressed',
  loadPaths: [path.join(__dirname, 'node_modules')],
  quietDeps: true,
  // Bootstrap 5 is written with @import and its old functions; its next version is not.
  silenceDeprecations: ['import', 'global-builtin', 'color-functions', 'if-function'],
});
// Last: the build goes by this file's age.
fs.writeFileSync(path.join(target, 'site.css'), css);
