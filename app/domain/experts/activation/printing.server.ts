/** The paper of slips: one under another, to be cut along dashed lines. Always in Russian, like every paper. */
import type { Ctx } from '#app/domain/ctx.ts'
import { fieldsOf, kindOf } from '#app/domain/documents/catalogue.ts'
import { wordsOf } from '#app/domain/documents/fields.ts'
import { fillTemplate } from '#app/domain/documents/filling.server.ts'
import type { Shelf } from '#app/domain/documents/shelf.ts'
import { templateFor } from '#app/domain/documents/templates.server.ts'
import { content } from '#content/load.ts'
import type { Messages } from '#content/messages/ru.ts'
import type { Slip } from './handing.server.ts'

const template = 'activation-slips'

/** The DOCX of these slips; `notice` stands at its head on a demonstration. */
export async function slipsPaper(
  ctx: Ctx,
  shelf: Shelf,
  slips: readonly Slip[],
  {
    words,
    site,
    address,
    day,
    notice,
  }: { words: Messages; site: string; address: string; day: (moment: Date) => string; notice?: string },
): Promise<Uint8Array> {
  const { paper } = words.activation
  const rows = slips.map(({ number, name, code, until }) => ({
    ...{ heading: paper.heading(site), how: paper.steps(address), number: paper.number(number) },
    ...{ until: paper.until(day(until)), name, code },
  }))
  const { templates } = content()
  const { bytes } = await templateFor(ctx, shelf, template, null)
  const fields = fieldsOf(templates, kindOf(templates, template))
  return fillTemplate(bytes, wordsOf(fields, { slips: rows }), notice ? { notice } : {}).bytes
}
