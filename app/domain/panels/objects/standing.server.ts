/** What exactly is under expertise: the version of a draft with its hash, or a hash over everything that was handed in. */
import { and, asc, eq, isNull } from 'drizzle-orm'
import { sha256 } from '#app/domain/canonical.ts'
import type { Ctx } from '#app/domain/ctx.ts'
import type { PanelState } from '#app/domain/panels/facts.server.ts'
import { found } from '#app/domain/problem.ts'
import { files, versions } from '#db/schema/index.ts'

export interface Standing {
  /** the page of what was judged */
  href: string | null
  /** of a draft */
  version: number | null
  sha256: string
}

/** The object as it stands now. Files are hashed in the order of their contents, so that names and order do not count. */
export async function standingOf(
  ctx: Pick<Ctx, 'db'>,
  { panel, object }: Pick<PanelState, 'panel' | 'object'>,
): Promise<Standing> {
  if (object.draft) {
    const [version] = await ctx.db
      .select({ number: versions.number, sha256: versions.sha256 })
      .from(versions)
      .where(eq(versions.id, object.draft.versionId))
    const { number, sha256: hash } = found(version)
    return { href: `/drafts/${object.draft.slug}/versions/${number}`, version: number, sha256: hash ?? '' }
  }
  const rows = await objectFiles(ctx, panel.id)
  const contents = rows.map((file) => file.sha256).sort()
  const whole = { subject: panel.subject, address: panel.subjectAddress, files: contents }
  return { href: object.href, version: null, sha256: sha256(whole) }
}

/** The files handed in with the request of a panel, oldest first. */
export function objectFiles(ctx: Pick<Ctx, 'db'>, panelId: string) {
  return ctx.db
    .select()
    .from(files)
    .where(and(eq(files.objectKind, 'panel'), eq(files.objectId, panelId), isNull(files.erasedAt)))
    .orderBy(asc(files.createdAt), asc(files.id))
}
