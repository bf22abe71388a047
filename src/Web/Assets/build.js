// Compiles the style and copies the typeface and the icon to where the pages are served from.
'use strict';

const fs = require('node:fs');
const path = require('node:path');
const sass = require('sass');

const target = path.join(__dirname, '..', 'wwwroot');
const typeface = path.join(__dirname, 'node_modules', '@fontsource', 'be-vietnam-pro', 'files');

fs.mkdirSync(path.join(target, 'fonts'), { recursive: true });

const { css } = sass.compile(path.join(__dirname, 'site.scss'), {
  style: 'compressed',
  loadPaths: [path.join(__dirname, 'node_modules')],
  quietDeps: true,
  // Bootstrap 5 is written with @import and its old functions; its next version is not.
  silenceDeprecations: ['import', 'global-builtin', 'color-functions', 'if-function'],
});
fs.writeFileSync(path.join(target, 'site.css'), css);

for (const weight of ['400', '600'])
  for (const part of ['latin', 'vietnamese']) {
    const name = `be-vietnam-pro-${part}-${weight}-normal.woff2`;
    fs.copyFileSync(path.join(typeface, name), path.join(target, 'fonts', name));
  }

fs.copyFileSync(path.join(__dirname, 'favicon.svg'), path.join(target, 'favicon.svg'));
