/** Signatures as they are shown: whose, as whom, of which kind, on which day. Names are joined by whoever shows them. */
import { and, asc, eq, isNotNull, isNull } from 'drizzle-orm'
import type { Ctx } from '#app/domain/ctx.ts'
import { longDay } from '#app/domain/documents/fields.ts'
import type { StoredFile } from '#app/domain/files/store.server.ts'
import { found, Problem } from '#app/domain/problem.ts'
import { conclusions as words } from '#content/messages/ru/conclusions.ts'
import { conclusionEditions, conclusionSignatures, files, people, signingAccords } from '#db/schema/index.ts'

export interface ShownSignature {
  id: string
  /** public number */
  person: number
  role: 'chair' | 'deputy' | 'member'
  kind: 'simple' | 'detached' | 'paper' | 'absent'
  day: string
  sha256: string
  version: string | null
  note: string
  fileName: string | null
  /** for papers, in Russian */
  kindText: string
  dayText: string
}

/** Signatures under a document that were not withdrawn, in order. */
export async function shownUnder(ctx: Pick<Ctx, 'db'>, editionId: string): Promise<ShownSignature[]> {
  const rows = await ctx.db
    .select({
      signature: conclusionSignatures,
      person: people.number,
      version: signingAccords.version,
      fileName: files.name,
    })
    .from(conclusionSignatures)
    .innerJoin(people, eq(people.id, conclusionSignatures.personId))
    .leftJoin(signingAccords, eq(signingAccords.id, conclusionSignatures.accordId))
    .leftJoin(files, eq(files.id, conclusionSignatures.fileId))
    .where(and(eq(conclusionSignatures.editionId, editionId), isNull(conclusionSignatures.withdrawnAt)))
    .orderBy(asc(conclusionSignatures.id))
  return rows.map(({ signature: { id, role, kind, day, sha256, note }, person, version, fileName }) => ({
    ...{ id, person, role, kind, day, sha256, version, note, fileName },
    kindText: {
      simple: words.kindText.simple(version ?? ''),
      detached: words.kindText.detached(fileName ?? ''),
      paper: words.kindText.paper(note),
      absent: words.kindText.absent(note),
    }[kind],
    dayText: longDay(day),
  }))
}

export interface EarlierSignature {
  edition: number
  person: number
  kind: ShownSignature['kind']
  day: string
}

/** Signatures under documents of the conclusion that were taken back: shown as such, they do not count. */
export async function earlierSignatures(
  ctx: Pick<Ctx, 'db'>,
  conclusionId: string,
): Promise<EarlierSignature[]> {
  return ctx.db
    .select({
      edition: conclusionEditions.edition,
      person: people.number,
      kind: conclusionSignatures.kind,
      day: conclusionSignatures.day,
    })
    .from(conclusionSignatures)
    .innerJoin(conclusionEditions, eq(conclusionEditions.id, conclusionSignatures.editionId))
    .innerJoin(people, eq(people.id, conclusionSignatures.personId))
    .where(
      and(
        eq(conclusionEditions.conclusionId, conclusionId),
        isNotNull(conclusionEditions.supersededAt),
        isNull(conclusionSignatures.withdrawnAt),
      ),
    )
    .orderBy(asc(conclusionSignatures.id))
}

/** A file by its id, whose reach the caller has decided. Problem('gone') when it was erased by law. */
export async function fileById(ctx: Pick<Ctx, 'db'>, id: string | null): Promise<StoredFile> {
  const [file] = id ? await ctx.db.select().from(files).where(eq(files.id, id)) : []
  const kept = found(file)
  if (kept.erasedAt) throw new Problem('gone')
  return kept
}
