/** The registry as rows of a table, portion by portion, so that a download of any size needs the memory of one portion. */
import { createHash } from 'node:crypto'
import type { Ctx } from '#app/domain/ctx.ts'
import { byteOrderMark, csvLine } from '#app/domain/experts/csv.ts'
import { type Entry, nameOf } from '#app/domain/experts/entries.server.ts'
import { entriesAfter, matchingOf } from '#app/domain/experts/registry.server.ts'
import { lastDay, type RegistryCursor, type RegistryFilter } from '#app/domain/experts/registry.ts'
import type { Messages } from '#content/messages/ru.ts'

const PORTION = 500

export type Cells = (string | number)[]

/** What a table held: people, those among them whose name is hidden, rows, and the SHA-256 of it as a CSV file. */
export interface Held {
  people: number
  hidden: number
  rows: number
  sha256: string
}

/** A status a row, each portion as soon as it is read; at the end, what the whole table held. */
export async function* registryRows(
  ctx: Ctx,
  filter: RegistryFilter,
  t: Messages,
  head: readonly string[],
): AsyncGenerator<Cells[], Held> {
  const matching = await matchingOf(ctx, filter)
  const hash = createHash('sha256').update(head.join(''))
  const held = { people: 0, hidden: 0, rows: 0 }
  let after: RegistryCursor | null = null
  do {
    const page: { entries: Entry[]; next: RegistryCursor | null } = await entriesAfter(
      ctx,
      filter,
      matching,
      after,
      PORTION,
    )
    const rows = page.entries.flatMap((entry) => cellsOf(entry, t))
    for (const row of rows) hash.update(csvLine(row))
    held.people += page.entries.length
    held.hidden += page.entries.filter((entry) => nameOf(entry) === null).length
    held.rows += rows.length
    yield rows
    after = page.next
  } while (after !== null)
  return { ...held, sha256: hash.digest('hex') }
}

/** What stands before the rows of the CSV file: the byte-order mark, the mark of a demonstration, the head. */
export function csvTop(t: Messages, demo: boolean): string[] {
  return [byteOrderMark, ...(demo ? [csvLine([t.shell.demo])] : []), csvLine(t.experts.csvHead)]
}

function cellsOf({ number, name, work, statuses }: Entry, t: Messages): Cells[] {
  const person = name ? [name.family, name.given, name.patronymic] : [t.experts.hidden, '', '']
  return statuses.map(({ title, tier, order, from, to }) => [
    ...[number, ...person, work?.post ?? '', work?.organisation ?? '', work?.municipality ?? ''],
    ...[title, t.experts.tiers[tier] ?? tier, order.number, order.day, order.issuer],
    ...[from, to ? lastDay(to) : ''],
  ])
}
