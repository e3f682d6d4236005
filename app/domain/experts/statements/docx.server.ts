/** A paper on the own life as DOCX: the template of the operator's organisation, or the common one, filled. */
import type { Ctx } from '#app/domain/ctx.ts'
import { fieldsOf, kindOf } from '#app/domain/documents/catalogue.ts'
import { longDay, type Row, wordsOf } from '#app/domain/documents/fields.ts'
import { fillTemplate } from '#app/domain/documents/filling.server.ts'
import { withPicture } from '#app/domain/documents/pictures.ts'
import { qrPicture } from '#app/domain/documents/qr.server.ts'
import type { Shelf } from '#app/domain/documents/shelf.ts'
import { templateFor } from '#app/domain/documents/templates.server.ts'
import { content } from '#content/load.ts'
import type { Messages } from '#content/messages/ru.ts'
import type { OwnLife } from './facts.server.ts'
import type { Imprint } from './kinds.ts'
import { fullName, statusLine, workLine } from './lines.ts'

const templates = { extract: 'registry-extract', participation: 'participation-record' } as const

interface Asked {
  kind: keyof typeof templates
  life: OwnLife
  imprint: Imprint
  words: Messages
}

/** The bytes of the paper. */
export async function statementDocx(ctx: Ctx, shelf: Shelf, asked: Asked): Promise<Uint8Array> {
  const { kind, life, imprint, words } = asked
  const { statements: said } = words.ownData
  const code = templates[kind]
  const { bytes } = await templateFor(ctx, shelf, code, null)
  const fields = fieldsOf(content().templates, kindOf(content().templates, code))
  const rows: Row[] =
    kind === 'extract'
      ? life.statuses.map((one) => named(['direction', 'order', 'term', 'state'], statusLine(one, words)))
      : life.engagements.map((one) => named(['work', 'role', 'term', 'papers'], workLine(one, words)))
  const { name, address, contacts } = imprint.letterhead
  const filled = fillTemplate(
    bytes,
    wordsOf(fields, {
      ...{
        organisation: name,
        organisationAddress: address,
        organisationContacts: contacts,
      },
      ...{ number: said.number(imprint.code), day: longDay(imprint.day), holder: fullName(life), rows },
      registered: life.statuses.length > 0 ? said.registered(life.number) : said.participant(life.number),
      lead: said.leads[kind](longDay(imprint.day)),
      check: said.check(imprint.check).join(' '),
    }),
    imprint.notice ? { notice: imprint.notice } : {},
  )
  return withPicture(filled.bytes, blankCode, await qrPicture(imprint.check))
}

/** How the templates describe the place of the code. */
export const blankCode = 'QR-код страницы проверки'

const named = (names: readonly string[], cells: readonly string[]): Row =>
  Object.fromEntries(names.map((name, at) => [name, cells[at] ?? '']))
