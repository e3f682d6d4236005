/**
 * «Выписка из реестра»: what the registry says of its maker today, as a PDF that anybody can check. Its number is the
 * code of the check page, which vouches for the hash of the very file; nothing of the person is kept beside it.
 */
import { createHash, randomInt } from 'node:crypto'
import { countAttempt } from '#app/domain/accounts/limiting.server.ts'
import { type ActingCtx, atomically } from '#app/domain/ctx.ts'
import { longDay } from '#app/domain/documents/fields.ts'
import { pdfPaper } from '#app/domain/documents/pdf.server.ts'
import { record } from '#app/domain/log.server.ts'
import { Problem } from '#app/domain/problem.ts'
import { authorize } from '#app/domain/rules.ts'
import { content } from '#content/load.ts'
import type { Messages } from '#content/messages/ru.ts'
import { issued } from '#db/schema/index.ts'
import { type CardStatus, ownStatuses } from './card.server.ts'
import { lastDay } from './registry.ts'
import { expertRules } from './rules.ts'

export interface Extract {
  code: string
  bytes: Buffer
}

// Without letters and digits that are taken for each other when copied by hand.
const signs = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'

/** Issues it under a new number. Problems: too-many, extract-none for whoever never had a status. */
export async function issueExtract(
  ctx: ActingCtx,
  { words, publicUrl, notice }: { words: Messages; publicUrl: string; notice?: string },
): Promise<Extract> {
  await countAttempt(ctx, 'extract', ctx.actor.personId, content().settings.rates.requestsPerPerson)
  return atomically(ctx, async (ctx) => {
    authorize(expertRules.claim, ctx.actor, {})
    const statuses = await ownStatuses(ctx)
    if (statuses.length === 0) throw new Problem('extract-none')
    const group = () => Array.from({ length: 4 }, () => signs[randomInt(signs.length)]).join('')
    const code = [group(), group(), group()].join('-')
    const bytes = await printed(ctx, statuses, { code, words, publicUrl, notice })
    const hash = sha256Of(bytes)
    const { personId } = ctx.actor
    await ctx.db
      .insert(issued)
      .values({ code, kind: 'extract', objectId: personId, sha256: hash, issuedAt: ctx.now })
    await record(ctx, 'extract.issued', { kind: 'person', id: personId }, { sha256: hash })
    return { code, bytes }
  })
}

async function printed(
  ctx: ActingCtx,
  statuses: readonly CardStatus[],
  {
    code,
    words,
    publicUrl,
    notice,
  }: { code: string; words: Messages; publicUrl: string; notice?: string | undefined },
): Promise<Buffer> {
  const { extract: said } = words.ownData
  const { actor } = ctx
  const siteName = content().instance.name.ru
  const write = pdfPaper({ title: said.title, subject: said.number(code), siteName })
  if (notice) write.small(notice)
  write.small(siteName)
  write.heading('H1', said.title)
  write.paragraph(`${said.number(code)}, ${longDay(actor.today)}`)
  write.strong([actor.familyName, actor.givenName, actor.patronymic].filter(Boolean).join(' '))
  write.paragraph(said.registered(actor.number))
  await write.table(
    said.columns,
    statuses.map((one) => [
      one.title,
      said.order(one.order.number, longDay(one.order.day), one.order.issuer),
      said.term(longDay(one.from), one.to ? longDay(lastDay(one.to)) : null),
      one.suspended ? said.states.suspended : said.states[one.state],
    ]),
    [0.36, 0.28, 0.2, 0.16],
  )
  write.small(said.check(`${publicUrl}/check/${code}`))
  return write.finish((page, pages) => said.page(page, pages))
}

const sha256Of = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')
