import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createServer } from 'vite'

const used = [
  'react',
  'react/jsx-runtime',
  'react/jsx-dev-runtime',
  'react-dom/client',
  'react-router-dom',
  '@remix-run/react',
]

/** Serves the gallery on a free port of this machine; `close` ends it and removes what it wrote. */
export async function serveGallery() {
  const cacheDir = await mkdtemp(join(tmpdir(), 'gallery-'))
  const server = await createServer({
    configFile: false,
    root: '.',
    cacheDir,
    logLevel: 'error',
    server: { host: '127.0.0.1', port: 0, hmr: false, watch: null },
    // All found before the first page: a late find would reload it under the test.
    optimizeDeps: { entries: [], include: used },
  })
  await server.listen()
  const address = server.httpServer?.address()
  if (typeof address !== 'object' || address === null) throw new Error('The gallery has no port')
  const url = (query: string) => `http://127.0.0.1:${address.port}/test/support/gallery/index.html?${query}`
  const close = async () => {
    await server.close()
    await rm(cacheDir, { recursive: true, force: true })
  }
  return { url, close }
}
