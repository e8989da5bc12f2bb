import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ensureEmbed } from '../../packages/tooling/src/ensure-embed.mjs';
import { root } from '../support/machine.ts';
import { runChild } from './child.ts';
import { ONE_FAILED, ONE_PASSED, type Counts } from './counts.ts';
import { findFiles } from './files.ts';
import { runNodeTests } from './node-tests.ts';
import type { Options } from './options.ts';
import { startRecord } from './record.ts';
import { BROWSERS, CONTENT_MANAGEMENT_SYSTEMS, type Packages } from './system-packages.ts';
import { runWidgetTests, type Engine } from './widget-tests.ts';

export interface Stage {
  /** Word for `--only`. */
  name: string;
  title: string;
  /** Debian packages it needs; absent: none. */
  packages?: Packages;
  /** Runs only when `--only` names it: it has a command of its own. */
  apart?: true;
  /** A stage that runs before it even when only this one was asked for. */
  needs?: 'build';
  /** @returns undefined when there is nothing to run. */
  run(options: Options): Promise<Counts | undefined>;
}

const MINUTE = 60_000;
const BROWSER_TEST = /\.browser\.test\.ts$/;
const tool = (...parts: string[]) => join(root, 'packages', 'tooling', ...parts);

/** In the order of the run: what breaks most often and is found fastest comes first. */
export const STAGES: readonly Stage[] = [
  {
    name: 'types',
    title: 'Types of every package, test and example',
    run: () => check([tool('node_modules', 'typescript', 'bin', 'tsc'), '-b', tool('tsconfig.solution.json')]),
  },
  {
    name: 'lint',
    title: 'Lint',
    run: () =>
      check([
        tool('node_modules', 'oxlint', 'bin', 'oxlint'),
        '--config', tool('oxlint.json'), '--deny-warnings', 'packages', 'test', 'examples', 'docs',
      ]),
  },
  { name: 'build', title: 'Build of the browser files', run: build },
  {
    name: 'unit',
    title: 'Logic, server and files under Node',
    needs: 'build',
    run: async (options) => {
      const { files, grep } = options;
      const patterns = ['packages/*/src/**/*.test.ts', 'test/**/*.test.ts', 'examples/**/*.test.ts', 'docs/**/*.test.ts'];
      const found = await findFiles(patterns, { except: BROWSER_TEST, filters: files });
      if (found.length === 0) return undefined;
      return runNodeTests({ files: found, grep, concurrency: 2, testMs: 3 * MINUTE, stageMs: 20 * MINUTE, keep: await startRecord('unit', options) });
    },
  },
  widgets('chromium', 'Widgets in Chromium'),
  widgets('firefox', 'Widgets in Firefox'),
  widgets('webkit', 'Widgets in WebKit'),
  {
    name: 'journeys',
    title: 'Journeys in a browser against the server',
    packages: BROWSERS,
    needs: 'build',
    run: async (options) => {
      const { files, grep } = options;
      const found = await findFiles(['test/journeys/**/*.journey.ts'], { filters: files });
      if (found.length === 0) return undefined;
      return runNodeTests({ files: found, grep, concurrency: 1, testMs: 3 * MINUTE, stageMs: 40 * MINUTE, keep: await startRecord('journeys', options, 'chromium') });
    },
  },
  {
    name: 'cms',
    title: 'Real content-management systems',
    packages: CONTENT_MANAGEMENT_SYSTEMS,
    apart: true,
    needs: 'build',
    run: async ({ files, grep }) => {
      const found = await findFiles(['test/cms/**/*.cms.ts'], { filters: files });
      if (found.length === 0) return undefined;
      return runNodeTests({ files: found, grep, concurrency: 1, testMs: 5 * MINUTE, stageMs: 30 * MINUTE });
    },
  },
];

function widgets(engine: Engine, title: string): Stage {
  return {
    name: engine,
    title,
    packages: BROWSERS,
    run: async (options) => {
      const { files, grep } = options;
      const patterns = ['packages/widgets/src/**/*.browser.test.ts', 'test/browser/**/*.browser.test.ts'];
      const found = await findFiles(patterns, { filters: files });
      if (found.length === 0) return undefined;
      return runWidgetTests({ engine, files: found, grep, stageMs: 15 * MINUTE, keep: await startRecord(engine, options, engine) });
    },
  };
}

/** Builds the browser files unless they are up to date. */
async function build(): Promise<Counts | undefined> {
  if (!existsSync(join(root, 'packages', 'embed', 'build.ts'))) return undefined;
  await ensureEmbed(process.execPath);
  return ONE_PASSED;
}

async function check(args: readonly string[]): Promise<Counts> {
  const { code } = await runChild(process.execPath, args, { timeoutMs: 3 * MINUTE });
  return code === 0 ? ONE_PASSED : ONE_FAILED;
}
