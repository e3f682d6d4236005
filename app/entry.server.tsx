/**
 * Renders a page. Pages have no deferred data, so the whole document is buffered and sent in one piece, which costs
 * less than streaming it. The server of the platform starts from here, so that all code is one module graph.
 */
import { Writable } from 'node:stream'
import type { AppLoadContext, EntryContext } from '@remix-run/node'
import { isRouteErrorResponse, RemixServer } from '@remix-run/react'
import { renderToPipeableStream } from 'react-dom/server'
import { MessagesProvider } from '#app/ui/messages.tsx'
import { NonceContext } from '#app/ui/nonce.ts'
import { StillContext } from '#app/ui/still.tsx'
import { pathLine } from '#app/web/log-lines.ts'
import { cookieNames, type Visit } from '#app/web/request.server.ts'
import { messagesOf } from '#content/messages/index.server.ts'
import { noted } from '#content/messages/load.ts'

export { startServer } from '#app/web/server.ts'

const RENDER_MS = 15_000

export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  entry: EntryContext,
  context: AppLoadContext,
): Promise<Response> {
  const { visit } = context
  const { messages, rooms } = noted(messagesOf(visit.locale))
  const page = await render(
    <NonceContext.Provider value={visit.nonce}>
      <MessagesProvider messages={messages} locale={visit.locale} timeZone={visit.zone}>
        <StillContext.Provider value={context.still ?? null}>
          <RemixServer context={entry} url={request.url} nonce={visit.nonce} />
        </StillContext.Provider>
      </MessagesProvider>
    </NonceContext.Provider>,
  )
  // <html> is printed before its content has said which words it needs.
  const html = page.replace('data-words=""', `data-words="${[...rooms].join(' ')}"`)
  headers.set('Content-Type', 'text/html; charset=utf-8')
  headers.set('Content-Language', visit.locale)
  if (visit.typed) headers.set('Cache-Control', 'no-store')
  addCookies(headers, visit)
  if (status === 200 && !headers.has('Set-Cookie')) context.keep?.(html)
  context.page = html
  // A GET is sent from the context (see documents.server); the answer to a form goes the library's way, with its body.
  return new Response(request.method === 'GET' ? null : html, { status, headers })
}

/** The answer to a navigation inside the page carries the same cookies as a document. */
export function handleDataRequest(response: Response, { context }: { context: AppLoadContext }): Response {
  addCookies(response.headers, context.visit)
  return response
}

/** Defects of loaders and actions; refusals are thrown as answers and never come here. */
export function handleError(
  error: unknown,
  { request, context }: { request: Request; context: AppLoadContext },
) {
  // An address that no page has is an answer of the router, not a defect.
  if (request.signal.aborted || (isRouteErrorResponse(error) && error.status < 500)) return
  context.services.log.error(
    { err: error, id: context.visit.id, path: pathLine(new URL(request.url).pathname) },
    'defect',
  )
}

function addCookies(headers: Headers, { cookies, flash }: Visit) {
  for (const cookie of cookies) headers.append('Set-Cookie', cookie)
  // Said once: the next page does not repeat it.
  if (flash) headers.append('Set-Cookie', `${cookieNames.flash}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax`)
}

function render(page: React.ReactElement): Promise<string> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => abort(new Error(`the page took more than ${RENDER_MS} ms`)), RENDER_MS)
    const chunks: Buffer[] = []
    const whole = new Writable({
      write(chunk: Buffer, _, done) {
        chunks.push(chunk)
        done()
      },
      final(done) {
        // React 18 sends its whole buffer when a letter of two bytes no longer fits: the byte left over is a NUL.
        resolve(Buffer.concat(chunks).toString('utf8').replaceAll('\0', ''))
        done()
      },
    })
    const { pipe, abort } = renderToPipeableStream(page, {
      onAllReady() {
        clearTimeout(timer)
        pipe(whole)
      },
      onShellError(error) {
        clearTimeout(timer)
        reject(error)
      },
    })
  })
}
