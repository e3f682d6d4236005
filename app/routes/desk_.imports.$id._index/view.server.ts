/** Loader of a list: its counts, a page of its rows with what they are, and what is left to decide. */
import {
  countsOfImport,
  importById,
  type ListRow,
  rowsOfImport,
  type Verdict,
} from '#app/domain/organisations/imports.server.ts'
import { idOf, Problem } from '#app/domain/problem.ts'
import { sentenceOf } from '#app/web/problems.server.ts'
import { type Args, acting } from '#app/web/serve.server.ts'
import type { Messages } from '#content/messages/ru.ts'
import { kindsOfLists } from './kinds.server.ts'
import { becameOf, targetOf } from './target.server.ts'

const verdicts: readonly Verdict[] = ['probable', 'rejected', 'new', 'same']

export async function importPage(args: Args) {
  const { params, url, t } = args
  const ctx = acting(args.ctx)
  const one = await importById(ctx, idOf(params.id))
  const verdict = verdicts.find((known) => known === url.searchParams.get('verdict'))
  const after = /^\d{1,6}$/.exec(url.searchParams.get('after') ?? '')?.[0]
  const { rows, next } = await rowsOfImport(ctx, one.id, { verdict, after: Number(after ?? 0) })
  const became = await becameOf(ctx, one, rows)
  const address = (query: Record<string, string | number | undefined>) => {
    const kept = new URLSearchParams(
      Object.entries(query).flatMap(([key, value]) => (value ? [[key, String(value)]] : [])),
    )
    return `/desk/imports/${one.id}${kept.size > 0 ? `?${kept}` : ''}`
  }
  return {
    title: one.name,
    ...{ id: one.id, kind: one.kind, name: one.name, state: one.state, revision: one.revision },
    ...{ doneAt: one.doneAt, undoneAt: one.undoneAt, reason: one.reason },
    ...(await targetOf(ctx, one)),
    letter:
      one.kind === 'nominations'
        ? { number: one.settings.letterNumber ?? '', day: one.settings.letterDay ?? '' }
        : null,
    counts: await countsOfImport(ctx, one.id),
    verdict: verdict ?? null,
    here: address({ verdict, after }),
    next: next === null ? null : address({ verdict, after: next }),
    columns: Object.keys(kindsOfLists[one.kind].list.heads).map((field) => ({
      field,
      column: one.columns[field] ?? null,
    })),
    head: one.head,
    rows: rows.map((row) => ({
      ...shown(row, one.columns, t),
      /** a row may become a new record */
      mayAdd: one.kind !== 'results',
      became: became.get(row.objectId ?? '') ?? null,
    })),
    problem:
      one.problem && (one.problem === 'failed' ? t.imports.failed : sentenceOf(t, new Problem(one.problem))),
  }
}

export type ImportView = Awaited<ReturnType<typeof importPage>>
export type ShownRow = ImportView['rows'][number]

type Reasons = ListRow['reasons']

/** A row with its words in the order of the columns, and the reasons as sentences. */
function shown(row: ListRow, columns: Record<string, number>, t: Messages) {
  const sentences = (reasons: Reasons) =>
    reasons.map(({ code, facts }) => t.imports.reasons[code]?.(facts ?? {}) ?? code)
  const differs = row.read.differs
  return {
    ...{ at: row.at, verdict: row.verdict, choice: row.choice, take: row.take },
    // as they stand on the paper, from left to right
    said: Object.values(columns)
      .sort((a, b) => a - b)
      .flatMap((column) => row.cells[column] || []),
    reasons: sentences(row.reasons),
    differs: Array.isArray(differs) ? differs.map(String) : [],
    matches: row.matches.map((match) => ({
      id: String(match.id),
      name: String(match.name),
      href: String(match.href ?? `/organisations/${match.code}`),
      reasons: sentences((match.reasons ?? []) as Reasons),
    })),
    made: row.made
      ? row.made.added
        ? 'added'
        : row.made.item || Object.keys(row.made.after ?? {}).length > 0
          ? 'changed'
          : 'kept'
      : 'left',
  } as const
}
