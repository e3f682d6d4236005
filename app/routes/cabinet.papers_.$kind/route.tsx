/** Issues a paper on the own life and answers with its file: the site keeps its number and hash, and no copy. */
import { redirect } from '@remix-run/node'
import { docxType } from '#app/domain/documents/shelf.ts'
import { issueStatement } from '#app/domain/experts/statements/issuing.server.ts'
import { type StatementFormat, statementKind } from '#app/domain/experts/statements/kinds.ts'
import { Problem } from '#app/domain/problem.ts'
import { formOf } from '#app/web/form.server.ts'
import { acting, serveAction } from '#app/web/serve.server.ts'
import { shelfIn } from '#app/web/shelf.server.ts'
import { messagesOf } from '#content/messages/index.server.ts'

export const loader = () => redirect('/cabinet/papers')

const types = { pdf: 'application/pdf', docx: docxType, json: 'application/json; charset=utf-8' } as const

export const action = serveAction(async ({ ctx, params, request, services: { config, vault } }) => {
  const mine = acting(ctx)
  const kind = statementKind(params.kind)
  if (!kind) throw new Problem('not-found')
  const format = String((await formOf(request)).get('format')) as StatementFormat
  const words = messagesOf('ru')
  const { code, bytes } = await issueStatement(mine, kind, format, {
    ...{ words, vault, publicUrl: config.publicUrl, shelf: shelfIn(config.dataDir) },
    ...(config.demo ? { notice: words.shell.demo } : {}),
  })
  const name = encodeURIComponent(`${words.ownData.statements.titles[kind]} ${code}.${format}`)
  return new Response(Buffer.from(bytes), {
    headers: {
      ...{ 'Content-Type': types[format], 'Cache-Control': 'private, no-store' },
      'Content-Disposition': `attachment; filename="${kind}-${code}.${format}"; filename*=UTF-8''${name}`,
    },
  })
})
