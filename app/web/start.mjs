/**
 * `npm start`: builds when sources changed, then runs the server build. `--dev` serves from the sources, reloading;
 * `--build` only builds. Plain JavaScript, so that even an old Node can read why it is refused.
 */
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { forgetBuild, isBuilt, sourceHash, stampBuild } from './sources.mjs'

const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '')
const mode = process.argv[2]

main().catch((error) => {
  console.error(error)
  process.exit(1)
})

async function main() {
  refuseOldNode()
  process.chdir(root)
  if (!existsSync(join(root, 'node_modules', 'vite')) && mode === '--dev') {
    stop('Не установлены пакеты: выполните npm ci')
  }
  process.env.NODE_ENV ??= mode === '--dev' ? 'development' : 'production'
  if (mode === '--dev') return runDevelopment()
  await build()
  if (mode === '--build') return
  const server = await import(pathToFileURL(join(root, 'build/server/index.js')).href)
  await server.entry.module.startServer(server, {})
}

function refuseOldNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major < 20 || (major === 20 && minor < 19)) {
    stop(`Нужен Node.js 20.19 или новее, а запущен ${process.versions.node}`)
  }
}

async function build() {
  const hash = sourceHash(root)
  if (isBuilt(root, hash)) return
  const remix = join(root, 'node_modules/@remix-run/dev/dist/cli.js')
  if (!existsSync(remix)) stop('Не установлены пакеты: выполните npm ci')
  if (mode !== '--build') await refuseWrongSettings()
  console.log('Собираю сайт (после установки и после изменений)')
  forgetBuild(root)
  const { code, output } = await run(remix, ['vite:build', '--config', 'remix.config.js'])
  if (code !== 0) stop(`${output.trim()}\nСайт не собрался, причина выше`)
  stampBuild(root, hash)
}

/** A wrong setting or a taken port should not be told after a minute of building. */
async function refuseWrongSettings() {
  const { tsImport } = await import('tsx/esm/api')
  const { checkSettings } = await tsImport('./settings.ts', import.meta.url)
  await checkSettings()
}

function run(program, args) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, ...args], {
      cwd: root,
      env: { ...process.env, NODE_ENV: 'production' },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk))
    child.once('error', reject)
    child.once('close', (code) => resolve({ code, output }))
  })
}

async function runDevelopment() {
  const { createServer } = await import('vite')
  const vite = await createServer({
    configFile: join(root, 'remix.config.js'),
    appType: 'custom',
    server: { middlewareMode: true },
  })
  const load = () => vite.ssrLoadModule('virtual:remix/server-build')
  const server = await load()
  await server.entry.module.startServer(load, { vite })
}

function stop(line) {
  console.error(line)
  process.exit(1)
}
