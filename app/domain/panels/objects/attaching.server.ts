/** Files of a panel's object: handed in before the sheets open, and unchanged from then on, as the conclusion hashes them. */
import { and, eq, isNull } from 'drizzle-orm'
import { type ActingCtx, atomically, type Ctx } from '#app/domain/ctx.ts'
import { keepFile, type StoredFile } from '#app/domain/files/store.server.ts'
import { record } from '#app/domain/log.server.ts'
import { lockPanel, type PanelState, panelIdOf, panelState } from '#app/domain/panels/facts.server.ts'
import { panelRules } from '#app/domain/panels/rules.ts'
import { found, Problem } from '#app/domain/problem.ts'
import { authorize } from '#app/domain/rules.ts'
import { content } from '#content/load.ts'
import { files } from '#db/schema/index.ts'
import { objectFiles } from './standing.server.ts'

/** Adds a file; the same contents twice are one file. Problems: file-empty, too-large, file-type, object-files-many. */
export async function attachFile(
  ctx: ActingCtx,
  dataDir: string,
  panelId: string,
  file: { name: string; bytes: Uint8Array },
): Promise<StoredFile> {
  return atomically(ctx, async (ctx) => {
    const state = await lockPanel(ctx, panelId)
    authorize(panelRules.attach, ctx.actor, state.facts)
    refuseDraft(state)
    const standing = await objectFiles(ctx, panelId)
    const most = content().settings.panels.filesMax
    if (standing.length >= most) throw new Problem('object-files-many', { most }, 'file')
    const kept = await keepFile(ctx, dataDir, { ...file, objectKind: 'panel', objectId: panelId })
    const same = standing.find(({ sha256 }) => sha256 === kept.sha256)
    if (same) {
      await ctx.db.delete(files).where(eq(files.id, kept.id))
      return same
    }
    await record(ctx, 'panel.file-attached', { kind: 'panel', id: panelId }, { sha256: kept.sha256 })
    return kept
  })
}

/** Takes a file away again. */
export async function detachFile(ctx: ActingCtx, panelId: string, fileId: string): Promise<void> {
  await atomically(ctx, async (ctx) => {
    const state = await lockPanel(ctx, panelId)
    authorize(panelRules.attach, ctx.actor, state.facts)
    const [file] = await ctx.db
      .update(files)
      .set({ erasedAt: ctx.now })
      .where(and(eq(files.id, fileId), ofPanel(panelId), isNull(files.erasedAt)))
      .returning({ sha256: files.sha256 })
    const { sha256 } = found(file)
    await record(ctx, 'panel.file-detached', { kind: 'panel', id: panelId }, { sha256 })
  })
}

/** The files of a panel for those who may open them, and why the viewer may not change them. */
export async function filesOfPanel(ctx: Ctx, number: number) {
  const state = await panelState(ctx, await panelIdOf(ctx, number))
  authorize(panelRules.openFiles, ctx.actor, state.facts)
  const kept = await objectFiles(ctx, state.panel.id)
  const denial = state.object.draft ? 'draft-files' : panelRules.attach(ctx.actor, state.facts)
  return { state, files: kept, denial }
}

/** One of them, to be sent. */
export async function fileOfPanel(ctx: Ctx, number: number, fileId: string): Promise<StoredFile> {
  const { files: kept } = await filesOfPanel(ctx, number)
  return found(kept.find(({ id }) => id === fileId))
}

const ofPanel = (panelId: string) => and(eq(files.objectKind, 'panel'), eq(files.objectId, panelId))

function refuseDraft({ object }: PanelState) {
  if (object.draft) throw new Problem('draft-files')
}
