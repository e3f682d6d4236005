/** Makes new codes and answers with the paper that holds them: they are in no page and no log. */
import { redirect } from '@remix-run/node'
import { dayOf } from '#app/domain/ctx.ts'
import { longDay } from '#app/domain/documents/fields.ts'
import { docxType } from '#app/domain/documents/shelf.ts'
import { printSlips } from '#app/domain/experts/activation/handing.server.ts'
import { slipsPaper } from '#app/domain/experts/activation/printing.server.ts'
import { Slips } from '#app/domain/experts/forms.ts'
import { Problem } from '#app/domain/problem.ts'
import { formOf } from '#app/web/form.server.ts'
import { acting, serveAction } from '#app/web/serve.server.ts'
import { shelfIn } from '#app/web/shelf.server.ts'
import { messagesOf } from '#content/messages/index.server.ts'

export const loader = () => redirect('/desk/slips')

const told = ['people-none', 'slips-many', 'slips-changed', 'account-role', 'account-exists']

export const action = serveAction(async ({ ctx, request, services, visit }) => {
  const mine = acting(ctx)
  const sent = Slips.safeParse({ people: (await formOf(request)).getAll('people') })
  if (!sent.success) throw new Problem('invalid')
  const words = messagesOf('ru')
  const { config, content, vault } = services
  try {
    const slips = await printSlips(mine, vault, sent.data.people)
    const bytes = await slipsPaper(mine, shelfIn(config.dataDir), slips, {
      ...{ words, site: content.instance.shortName.ru, address: `${config.publicUrl}/activation` },
      day: (moment) => longDay(dayOf(moment, visit.zone)),
      ...(config.demo ? { notice: words.shell.demo } : {}),
    })
    const name = encodeURIComponent(`${words.activation.slips.fileName}.docx`)
    return new Response(Buffer.from(bytes), {
      headers: {
        ...{ 'Content-Type': docxType, 'Cache-Control': 'private, no-store' },
        'Content-Disposition': `attachment; filename="slips.docx"; filename*=UTF-8''${name}`,
      },
    })
  } catch (error) {
    if (!(error instanceof Problem) || !told.includes(error.code)) throw error
    const code = error.code === 'account-exists' ? 'slips-changed' : error.code
    return redirect(`/desk/slips?problem=${code}`)
  }
})
