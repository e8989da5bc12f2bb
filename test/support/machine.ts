import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Top folder of the checkout, ending with the system's separator. */
export const root = fileURLToPath(new URL('../../', import.meta.url));

export type Program = 'chromium' | 'firefox' | 'webkitDriver' | 'webkitBrowser' | 'xvfb' | 'lynx' | 'script' | 'pdftotext';

/** Where Debian puts each program, and the variable that says otherwise. */
const PLACES: Record<Program, { variable: string; paths: () => string[] }> = {
  chromium: { variable: 'PARVIS_CHROMIUM', paths: () => ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'] },
  firefox: { variable: 'PARVIS_FIREFOX', paths: () => ['/usr/bin/firefox-esr', '/usr/bin/firefox'] },
  webkitDriver: { variable: 'PARVIS_WEBKIT_DRIVER', paths: () => ['/usr/bin/WebKitWebDriver'] },
  webkitBrowser: { variable: 'PARVIS_WEBKIT', paths: miniBrowsers },
  lynx: { variable: 'PARVIS_LYNX', paths: () => ['/usr/bin/lynx'] },
  script: { variable: 'PARVIS_SCRIPT', paths: () => ['/usr/bin/script'] },
  pdftotext: { variable: 'PARVIS_PDFTOTEXT', paths: () => ['/usr/bin/pdftotext'] },
  xvfb: { variable: 'PARVIS_XVFB', paths: () => ['/usr/bin/Xvfb'] },
};

/** @returns path of the program; undefined when it is not on this machine. */
export function findProgram(program: Program): string | undefined {
  const { variable, paths } = PLACES[program];
  const chosen = process.env[variable];
  return (chosen ? [chosen] : paths()).find((path) => existsSync(path));
}

/** @returns path of the program. @throws when it is not on this machine, with the way to mend it. */
export function requireProgram(program: Program): string {
  const path = findProgram(program);
  if (path) return path;
  throw new Error(`${program} is not on this machine: run "npm test" as root once, or set ${PLACES[program].variable} to its path`);
}

export function isRoot(): boolean {
  return process.getuid?.() === 0;
}

/** The browser sits in a folder named after the processor, like /usr/lib/x86_64-linux-gnu. */
function miniBrowsers(): string[] {
  const libraries = '/usr/lib';
  if (!existsSync(libraries)) return [];
  return readdirSync(libraries).map((name) => join(libraries, name, 'webkit2gtk-4.1', 'MiniBrowser'));
}
