/** Built files of the browser: hashed names live for a year, and their compressed twins are sent when they exist. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import express, { Router } from 'express'

/** Serves build/client. `.br` and `.gz` twins are made once, by the build. */
export function assets(root = join(process.cwd(), 'build/client')): Router {
  const router = Router()
  router.use(
    '/assets',
    precompressed(join(root, 'assets')),
    express.static(join(root, 'assets'), { immutable: true, maxAge: '1y', fallthrough: false }),
  )
  router.use(express.static(root, { maxAge: '1h', index: false }))
  return router
}

function precompressed(root: string): express.RequestHandler {
  const known = new Map<string, boolean>()
  return (request, response, next) => {
    const match = /\.(js|css|svg)$/.exec(request.path)
    if (!match || request.path.includes('..')) return next()
    const encoding = request.acceptsEncodings('br', 'gzip')
    const suffix = encoding === 'br' ? '.br' : encoding === 'gzip' ? '.gz' : ''
    const path = request.path + suffix
    if (!suffix || !(known.get(path) ?? remember(known, path, existsSync(join(root, path))))) return next()
    request.url = path
    response.type(match[1] as string)
    response.setHeader('Content-Encoding', encoding as string)
    response.setHeader('Vary', 'Accept-Encoding')
    next()
  }
}

function remember(known: Map<string, boolean>, path: string, exists: boolean): boolean {
  known.set(path, exists)
  return exists
}
