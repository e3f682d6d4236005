/**
 * The server fetches nothing that anybody names: of all its code only the mail sender opens connections to the outside,
 * to the operator's own mail server. Read from the sources, so that whoever adds a client must come by here.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const served = ['app/domain', 'app/web', 'app/editor', 'db', 'search', 'content']
const sources = served
  .flatMap((floor) =>
    readdirSync(floor, { recursive: true, encoding: 'utf8' }).map((name) => join(floor, name)),
  )
  .filter((file) => /\.(ts|tsx|mjs)$/.test(file))
const texts = new Map(sources.map((file) => [file, readFileSync(file, 'utf8')]))

/** Modules of Node that reach the network, and who may take them, for which names. */
const network = ['http', 'https', 'http2', 'net', 'tls', 'dgram', 'dns', 'inspector', 'undici']
const servers: Record<string, string> = {
  'app/web/server.ts': 'createServer',
  'app/web/lifecycle.ts': 'createServer, type Server',
  'db/embedded/secrets.ts': 'createServer',
}
/** Packages that are clients of something, and where each is used. */
const clients: Record<string, string[]> = {
  nodemailer: ['app/domain/notifications/sending.server.ts'],
}
const foreign = [
  'axios',
  'got',
  'ky',
  'needle',
  'node-fetch',
  'request',
  'superagent',
  'undici',
  'ws',
  'ssh2',
  'ftp',
]

const imports = (text: string) => [
  ...[...text.matchAll(/import\s+(?:type\s+)?(?:\{([^}]*)\}|[\w*,{}\s]+?)\s+from\s+'([^'\n]+)'/g)].map(
    ([, names = '', from = '']) => ({ names: names.trim(), from }),
  ),
  ...[...text.matchAll(/\b(?:import|require|getBuiltinModule)\(['"`]([^'"`\n]+)/g)].map(([, from = '']) => ({
    ...{ names: 'when it runs', from },
  })),
]

test('of the modules that reach the network servers alone are taken', () => {
  expect(network.filter((name) => name !== 'undici' && !builtinModules.includes(name))).toEqual([])
  const taken = sources.flatMap((file) =>
    imports(texts.get(file) ?? '')
      .filter(({ from }) => network.includes(from.replace(/^node:/, '').split('/')[0] ?? ''))
      .map(({ names }) => [file, names]),
  )
  expect(Object.fromEntries(taken)).toEqual(servers)
})

test('no file of the server asks for an address, and each client has its one place', () => {
  const asks = /(?<![\w.'`])(?:globalThis\.)?fetch\(|new (?:WebSocket|EventSource|XMLHttpRequest)\b/
  expect(sources.filter((file) => asks.test(texts.get(file) ?? ''))).toEqual([])
  const taken = (name: string) =>
    sources.filter((file) => imports(texts.get(file) ?? '').some(({ from }) => from === name))
  for (const name of foreign) expect([name, taken(name)]).toEqual([name, []])
  for (const [name, files] of Object.entries(clients)) expect([name, taken(name)]).toEqual([name, files])
})

test('a letter is made of words alone: nothing in it names a file or an address to fetch', () => {
  const sending = texts.get('app/domain/notifications/sending.server.ts') ?? ''
  expect(sending).toMatch(/sendMail\(/)
  expect(sending).not.toMatch(/attachments|\bpath:|\bhref:|\braw:/)
})
