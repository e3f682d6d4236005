/**
 * The jail of the converter: a process without files, without network, with limits on time and memory.
 *
 * The code is bundled from the sources once a process and sent through stdin with the file, so the child may read no
 * file at all (`--experimental-permission` without a single allowance). Of Node it is given zlib and crypto; the globals
 * that could open a connection are taken away before a byte of the file is looked at, and new code cannot be made from
 * strings. A child that takes too long or too much is killed.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { build, type Metafile } from 'esbuild'

export interface JailLimits {
  seconds: number
  megabytes: number
}

export type JailResult =
  | { fault: 'import-too-long' | 'import-memory' | 'import-failed' }
  | { fault?: undefined; output: Buffer; peakMegabytes: number; cpuSeconds: number }

export interface JailBundle {
  code: string
  /** every source that is in it, and every module of Node that it asks for */
  inputs: string[]
  builtins: string[]
}

const PERMITTED = ['zlib', 'crypto', 'buffer']
const ENTRY = 'app/domain/reviews/importing/child.ts'
const TABLES = 'app/domain/reviews/importing/table-child.ts'
// The heap is not all of a process: buffers and code live beside it.
const HEAP_SHARE = 0.62
const WATCH_MS = 100

const kept = new Map<string, Promise<JailBundle>>()

/** The converter as one script; from the sources, so that site, command and tests run the same. */
export function converterBundle(): Promise<JailBundle> {
  return keptBundle(ENTRY)
}

/** The reader of tables, the same way. */
export function tableBundle(): Promise<JailBundle> {
  return keptBundle(TABLES)
}

function keptBundle(entry: string): Promise<JailBundle> {
  const known = kept.get(entry)
  if (known) return known
  const made = bundleOf(entry).catch((error: unknown) => {
    kept.delete(entry)
    throw error
  })
  kept.set(entry, made)
  return made
}

/** A CommonJS script of an entry of ours with everything that it imports. */
export async function bundleOf(entry: string): Promise<JailBundle> {
  const { outputFiles, metafile } = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    metafile: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    charset: 'utf8',
    logLevel: 'silent',
  })
  return {
    code: outputFiles[0]?.text ?? '',
    inputs: Object.keys(metafile.inputs),
    builtins: [...new Set(externalsOf(metafile))],
  }
}

function externalsOf({ inputs }: Metafile): string[] {
  return Object.values(inputs).flatMap(({ imports }) =>
    imports.filter(({ external }) => external).map(({ path }) => path.replace(/^node:/, '')),
  )
}

/** Runs `module.exports.answer(bytes, request)` of a script in the jail; what it returns comes back as bytes. */
export async function runJailed(
  code: string,
  bytes: Uint8Array,
  request: unknown,
  limits: JailLimits,
): Promise<JailResult> {
  const heap = Math.floor(limits.megabytes * HEAP_SHARE)
  const child = spawn(process.execPath, [...flags(), `--max-old-space-size=${heap}`, '--eval', bootstrap], {
    env: { NODE_ENV: 'production', TZ: 'UTC', LANG: 'C.UTF-8' },
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  const watch = watched(child, limits)
  const [output, errors] = [collected(child.stdout), collected(child.stderr)]
  const codeBytes = Buffer.from(code)
  const header = JSON.stringify({ code: codeBytes.length, request })
  // a child that died early closes its end of the pipe; how it died is told by its exit
  child.stdin?.on('error', () => undefined)
  child.stdin?.write(`${header}\n`)
  child.stdin?.write(codeBytes)
  child.stdin?.end(bytes)
  const status = await new Promise<number | null>((resolve) => {
    child.once('error', () => resolve(-1))
    child.once('close', (code) => resolve(code))
  })
  watch.stop()
  if (watch.fault()) return { fault: watch.fault() ?? 'import-failed' }
  const said = (await errors).toString('utf8')
  if (status !== 0)
    return { fault: /heap out of memory|Allocation failed/i.test(said) ? 'import-memory' : 'import-failed' }
  const used = /^used (\d+) (\d+)$/m.exec(said)
  return {
    output: await output,
    peakMegabytes: Number(used?.[1] ?? 0) / 1024,
    cpuSeconds: Number(used?.[2] ?? 0) / 1e6,
  }
}

function flags(): string[] {
  const known = process.allowedNodeEnvironmentFlags
  const permission = known.has('--permission') ? '--permission' : '--experimental-permission'
  return [permission, '--disallow-code-generation-from-strings', '--no-warnings', '--max-semi-space-size=32']
}

/** Kills the child that takes longer or more than it may; the resident memory is looked at where the system shows it. */
function watched(child: ChildProcess, limits: JailLimits) {
  let fault: 'import-too-long' | 'import-memory' | null = null
  const kill = (why: NonNullable<typeof fault>) => {
    fault ??= why
    child.kill('SIGKILL')
  }
  // nobody would look at the clock of a child that outlives us
  const killWithUs = () => child.kill('SIGKILL')
  process.once('exit', killWithUs)
  const clock = setTimeout(() => kill('import-too-long'), limits.seconds * 1000)
  const scale = setInterval(() => {
    if (residentMegabytes(child.pid) > limits.megabytes) kill('import-memory')
  }, WATCH_MS)
  return {
    fault: () => fault,
    stop: () => {
      clearTimeout(clock)
      clearInterval(scale)
      process.off('exit', killWithUs)
    },
  }
}

function residentMegabytes(pid: number | undefined): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8')
    return Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1] ?? 0) / 1024
  } catch {
    return 0
  }
}

function collected(stream: NodeJS.ReadableStream | null): Promise<Buffer> {
  const chunks: Buffer[] = []
  return new Promise((resolve) => {
    stream?.on('data', (chunk: Buffer) => chunks.push(chunk))
    stream?.once('close', () => resolve(Buffer.concat(chunks)))
  })
}

const bootstrap = `'use strict'
const { Script } = require('node:vm')
const modules = new Map(${JSON.stringify(PERMITTED)}.flatMap((name) => [[name, require(name)], ['node:' + name, require(name)]]))
const permitted = (name) => { if (!modules.has(name)) throw new Error('not permitted: ' + name); return modules.get(name) }
for (const name of ['fetch', 'WebSocket', 'EventSource', 'Worker', 'BroadcastChannel', 'navigator']) delete globalThis[name]
for (const name of ['binding', '_linkedBinding', 'dlopen', 'getBuiltinModule', 'mainModule', 'report'])
  Object.defineProperty(process, name, { value: undefined, configurable: false, writable: false })
const chunks = []
process.stdin.on('data', (chunk) => chunks.push(chunk))
process.stdin.on('end', () => {
  const all = Buffer.concat(chunks)
  chunks.length = 0
  const line = all.indexOf(10)
  const { code, request } = JSON.parse(all.toString('utf8', 0, line))
  const script = new Script('(function (require, module, exports) {' + all.toString('utf8', line + 1, line + 1 + code) + '\\n})', { filename: 'converter.js' })
  const module = { exports: {} }
  script.runInThisContext()(permitted, module, module.exports)
  for (const part of module.exports.answer(all.subarray(line + 1 + code), request)) process.stdout.write(part)
  const { user, system } = process.cpuUsage()
  process.stderr.write('used ' + process.resourceUsage().maxRSS + ' ' + (user + system) + '\\n')
})
`
