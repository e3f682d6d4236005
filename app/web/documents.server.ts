/**
 * Documents: the way of a GET through Remix without the streams between them.
 *
 * A page is rendered into one piece (see entry.server), so turning it into a web stream and back would only cost. The
 * renderer leaves the finished page in the load context, and it is sent from there, compressed when the browser takes
 * it. Everything else (forms, navigations inside the page) goes the library's own way.
 */
import { createRequestHandler as forExpress } from '@remix-run/express'
import { type AppLoadContext, createRequestHandler, type ServerBuild } from '@remix-run/node'
import type { Request as Incoming, Response as Outgoing, RequestHandler } from 'express'
import { NearRoutes, partOf } from './near-routes.ts'
import { addressOf } from './request.server.ts'
import { sendPage } from './send-page.ts'

type Build = ServerBuild | (() => Promise<ServerBuild>)
type ContextOf = (request: Incoming) => AppLoadContext

/** A handler of all that Remix answers. */
export function remix(
  build: Build,
  mode: 'development' | 'production',
  contextOf: ContextOf,
): RequestHandler {
  const waysTo = ways(build, mode, contextOf)
  return async (request, response, next) => {
    const { whole, handle } = waysTo(request.path)
    if (request.method !== 'GET' || request.path.endsWith('.data')) return whole(request, response, next)
    try {
      const context = contextOf(request)
      const answer = await handle(requestOf(request, response), context)
      response.status(answer.status)
      for (const [name, value] of answer.headers) response.append(name, value)
      if (context.page !== undefined) return sendPage(request, response, context.page)
      response.end(Buffer.from(await answer.arrayBuffer()))
    } catch (error) {
      next(error)
    }
  }
}

/** The library's handlers over the routes near an address, made once for each such set; in development over all. */
function ways(build: Build, mode: 'development' | 'production', contextOf: ContextOf) {
  const over = (part: Build) => ({
    whole: forExpress({ build: part, mode, getLoadContext: contextOf }),
    handle: createRequestHandler(part, mode),
  })
  if (typeof build === 'function') {
    const all = over(build)
    return () => all
  }
  const near = new NearRoutes(build.routes)
  const kept = new Map<string, ReturnType<typeof over>>()
  return (path: string) => {
    // a navigation inside the page asks for its data under the address of the page
    const ids = near.of(path.replace(/\.data$/, '').replace(/^\/_root$/, '/'))
    const key = ids.join(' ')
    const made = kept.get(key) ?? over(partOf(build, ids))
    kept.set(key, made)
    return made
  }
}

/** What loaders may want to know of a GET; who asks and how is in the load context already. */
function requestOf(incoming: Incoming, outgoing: Outgoing): Request {
  const gone = new AbortController()
  outgoing.once('close', () => {
    if (!outgoing.writableFinished) gone.abort()
  })
  const { accept = '*/*', 'user-agent': agent = '' } = incoming.headers
  return new Request(addressOf(incoming), { headers: { accept, 'user-agent': agent }, signal: gone.signal })
}
