/** Issues an extract and answers with its file: the site keeps its number and hash, and no copy. */
import { redirect } from '@remix-run/node'
import { issueExtract } from '#app/domain/experts/extracts.server.ts'
import { acting, serveAction } from '#app/web/serve.server.ts'
import { messagesOf } from '#content/messages/index.server.ts'

export const loader = () => redirect('/cabinet/entry')

export const action = serveAction(async ({ ctx, services: { config } }) => {
  const words = messagesOf('ru')
  const { code, bytes } = await issueExtract(acting(ctx), {
    ...{ words, publicUrl: config.publicUrl },
    ...(config.demo ? { notice: words.shell.demo } : {}),
  })
  const name = encodeURIComponent(`${words.ownData.extract.title} ${code}.pdf`)
  return new Response(new Uint8Array(bytes), {
    headers: {
      ...{ 'Content-Type': 'application/pdf', 'Cache-Control': 'private, no-store' },
      'Content-Disposition': `attachment; filename="extract-${code}.pdf"; filename*=UTF-8''${name}`,
    },
  })
})
