/**
 * `npm test`: every check in order, everything shown as it runs, and one closing line `N passed, N failed`.
 *
 * Passed and failed are counts of tests; a step without tests (types, lint, build) that fails counts as one failed.
 * Names of steps as arguments run only those: `npm test -- unit db`.
 */
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const reports = mkdtempSync(join(tmpdir(), 'rses-report-'))

const STEPS = {
  lint: () => run('@biomejs/biome/bin/biome', ['check', '--error-on-warnings', '.']),
  types: () => run('typescript/bin/tsc', []),
  build: () => node(['app/web/start.mjs', '--build']),
  unit: () => vitest('unit'),
  db: () => vitest('db'),
  e2e: () => vitest('e2e'),
}

const asked = process.argv.slice(2)
const unknown = asked.filter((name) => !(name in STEPS))
if (unknown.length > 0) {
  console.error(`Unknown step: ${unknown.join(', ')}. Steps: ${Object.keys(STEPS).join(', ')}`)
  process.exit(2)
}

const total = { passed: 0, failed: 0 }
const broken = new Set()
// Types and the build need one core each, and the machine has two.
for (const names of [['lint'], ['types', 'build'], ['unit'], ['db'], ['e2e']]) {
  const wanted = names.filter((name) => asked.length === 0 || asked.includes(name))
  await Promise.all(wanted.map(pass))
}
rmSync(reports, { recursive: true, force: true })
if (broken.size > 0) console.log(`\nFailed steps: ${[...broken].join(', ')}`)
console.log(`${total.passed} passed, ${total.failed} failed`)
process.exitCode = total.failed > 0 ? 1 : 0

async function pass(name) {
  // Without a build there is nothing to open in a browser.
  const lost = name === 'e2e' && broken.has('build')
  const outcome = lost ? { passed: 0, failed: 1 } : await timed(name, STEPS[name])
  total.passed += outcome.passed
  total.failed += outcome.failed
  if (outcome.failed > 0) broken.add(name)
}

async function timed(name, step) {
  const began = Date.now()
  console.log(`\n── ${name}`)
  const outcome = await step()
  console.log(
    `── ${name}: ${outcome.failed > 0 ? 'FAILED' : 'ok'}, ${Math.round((Date.now() - began) / 1000)} s`,
  )
  return outcome
}

async function run(program, args) {
  return node([join('node_modules', program), ...args])
}

async function node(args) {
  return { passed: 0, failed: (await exitCode(args)) === 0 ? 0 : 1 }
}

/** A run that ends badly without a failed test (a broken file, an unhandled error) is one failure. */
async function vitest(project) {
  const report = join(reports, `${project}.json`)
  const code = await exitCode([
    ...['node_modules/vitest/vitest.mjs', 'run', '--config', 'test/vitest.config.ts', '--project', project],
    ...['--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
  ])
  const { numPassedTests: passed, numFailedTests } = read(report)
  return { passed, failed: code !== 0 ? Math.max(numFailedTests, 1) : numFailedTests }
}

function read(report) {
  try {
    return JSON.parse(readFileSync(report, 'utf8'))
  } catch {
    return { numPassedTests: 0, numFailedTests: 0 }
  }
}

function exitCode(args) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { cwd: root, stdio: 'inherit' })
    child.once('error', () => resolve(1))
    child.once('close', (code) => resolve(code ?? 1))
  })
}
