/**
 * Printing: the draft order of a list with its appendix, from the template that counts for its issuer.
 *
 * Number, day and signature are never made up: the act is signed outside, and the paper leaves blanks for them.
 */

import type { ActingCtx } from '#app/domain/ctx.ts'
import { fieldsOf, kindOf } from '#app/domain/documents/catalogue.ts'
import { type Fields, wordsOf } from '#app/domain/documents/fields.ts'
import { fillTemplate } from '#app/domain/documents/filling.server.ts'
import type { Shelf } from '#app/domain/documents/shelf.ts'
import { templateFor } from '#app/domain/documents/templates.server.ts'
import { Problem } from '#app/domain/problem.ts'
import { content } from '#content/load.ts'
import type { Messages } from '#content/messages/ru.ts'
import { listShown } from './lists.server.ts'

const template = 'candidates-order'

export interface DraftOrder {
  bytes: Uint8Array
  number: number
}

/** The DOCX. For whoever works on the list; Problems: forbidden for mere readers, list-empty, list-blocked. */
export async function draftOrder(
  ctx: ActingCtx,
  shelf: Shelf,
  id: string,
  { words, day, notice }: { words: Messages; day: (iso: string) => string; notice?: string },
): Promise<DraftOrder> {
  const { list, candidates, bodies, may } = await listShown(ctx, id)
  if (!may.weigh) throw new Problem('forbidden')
  if (candidates.length === 0) throw new Problem('list-empty')
  // a paper ready for a signature names nobody whom the gate stops
  const stopped = candidates.filter(({ reasons }) => reasons.length > 0).length
  if (stopped > 0) throw new Problem('list-blocked', { count: stopped })
  const { paper } = words.candidates
  const from = list.firstDay ? paper.from(day(list.firstDay)) : paper.fromOrder
  const fields: Fields = {
    organisation: bodies.issuer.name,
    heading: list.title,
    ground: list.basis || paper.ground,
    act: paper[list.effect],
    direction: list.direction,
    term: `${from}${list.lastDay ? paper.until(day(list.lastDay)) : ''}`,
    agreed: bodies.agreedWith?.name ?? '',
    people: candidates.map(({ name, work, post }, at) => ({
      ...{ number: String(at + 1), name, work: work ?? '', post: post ?? '', direction: list.direction },
    })),
  }
  const { templates } = content()
  const { bytes } = await templateFor(ctx, shelf, template, bodies.issuer.id)
  const filled = fillTemplate(bytes, wordsOf(fieldsOf(templates, kindOf(templates, template)), fields, {}), {
    ...(notice ? { notice } : {}),
  })
  return { bytes: filled.bytes, number: list.number }
}
