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
  const whole = forExpress({ build, mode, getLoadContext: contextOf })
  const handle = createRequestHandler(build, mode)
  return async (request, response, next) => {
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

/** What loaders may want to know of a GET; who asks and how is in the load context already. */
function requestOf(incoming: Incoming, outgoing: Outgoing): Request {
  const gone = new AbortController()
  outgoing.once('close', () => {
    if (!outgoing.writableFinished) gone.abort()
  })
  const { accept = '*/*', 'user-agent': agent = '' } = incoming.headers
  return new Request(addressOf(incoming), { headers: { accept, 'user-agent': agent }, signal: gone.signal })
}
