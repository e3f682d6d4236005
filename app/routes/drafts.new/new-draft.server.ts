/** What a press on the form of a new draft does. A file that was sent once stays with the form, whatever is refused. */
import type { SubmissionResult } from '@conform-to/react'
import { parseWithZod } from '@conform-to/zod/v4'
import { data } from '@remix-run/node'
import type { z } from 'zod'
import type { ActingCtx } from '#app/domain/ctx.ts'
import { Problem } from '#app/domain/problem.ts'
import { checkedDoc, createDraft } from '#app/domain/reviews/drafting.server.ts'
import { type NewDraft, NewPassport } from '#app/domain/reviews/forms.ts'
import { createDraftFromFile, receiveFile, uploadOf } from '#app/domain/reviews/importing/uploads.server.ts'
import { developersFor } from '#app/domain/reviews/showing.server.ts'
import type { FileView } from '#app/routes/drafts.$slug/file-field.tsx'
import { bytesOf, fileViewOf, structureOfFile } from '#app/routes/drafts.$slug/file-view.server.ts'
import { structureOf } from '#app/routes/drafts.$slug/structure.server.ts'
import type { StructureView } from '#app/routes/drafts.$slug/structure.tsx'
import { typedDoc } from '#app/routes/drafts.$slug/typed.server.ts'
import { sentenceOf } from '#app/web/problems.server.ts'
import { type Args, acting, done, said } from '#app/web/serve.server.ts'
import { statusOf } from '#app/web/status.ts'

type Value = z.output<typeof NewDraft>
type Passport = z.output<typeof NewPassport>
/** `asked`: the draft waits for a decision on tracked changes */
type Shown = { structure: StructureView | null; file: FileView | null; asked: boolean }
type Text = { shown: Shown; create: (passport: Passport) => Promise<{ slug: string }> }

/** Shows what was recognised, or creates the draft; the passport is asked for only then. */
export async function newDraft({ ctx, value, form, services, t }: Args & { value: Value; form: FormData }) {
  const actor = acting(ctx)
  if ((await developersFor(actor)).length === 0) throw new Problem('forbidden')
  const passport = parseWithZod(form, { schema: NewPassport })
  const faults = value.step === 'create' && passport.status !== 'success' ? said(passport.reply(), t) : null
  const show = (shown: Shown, status: number, lastResult?: SubmissionResult<string[]>) =>
    data({ ...shown, typed: textsOf(form), lastResult }, { status })
  let shown = await shownBefore(actor, value)
  try {
    const text = await textOf(actor, services.config.dataDir, value)
    shown = text.shown
    if (value.step === 'preview') return show(shown, 200)
    if (faults || shown.asked) return show(shown, 422, withQuestion(faults ?? passport.reply(), shown, t))
    if (passport.status !== 'success') return show(shown, 422)
    const { slug } = await text.create(passport.value)
    return done(`/drafts/${slug}/edit`, 'draftCreated')
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    // the page knows the text of the document as one field, whichever way it came
    const field = error.field === 'body' ? 'source' : (error.field ?? '')
    const told = { [field]: [sentenceOf(t, error)] }
    return show(shown, statusOf(error.code), {
      ...passport.reply(),
      ...{ status: 'error', error: { ...faults?.error, ...told } },
    })
  }
}

/** The refusal, with the question that the tracked changes of the file still ask. */
function withQuestion(reply: SubmissionResult<string[]>, { asked }: Shown, t: Args['t']) {
  const error: Record<string, string[] | null> = { ...reply.error }
  if (asked) error.changes = [t.reviewWork.file.changesNeeded]
  return { ...reply, status: 'error' as const, error }
}

/** The file of the press before, told by its name alone: it is read again by the next press that is not refused. */
async function shownBefore(ctx: ActingCtx, { upload, changes, margin }: Value): Promise<Shown> {
  const nothing = { structure: null, file: null, asked: false }
  if (!upload) return nothing
  try {
    const { name } = await uploadOf(ctx, upload)
    const unread = { changes: null, comments: 0, seconds: 0 }
    return { ...nothing, file: { upload, name, ...unread, policy: changes ?? null, margin: margin === 'on' } }
  } catch (error) {
    if (error instanceof Problem) return nothing
    throw error
  }
}

/** The text as it came, and how a draft is made of it. Problems of the file at `file`, of typed words at `source`. */
async function textOf(ctx: ActingCtx, dataDir: string, value: Value): Promise<Text> {
  const { way, source, base, step, upload, changes } = value
  const file = await bytesOf(value.file)
  if (file || upload) {
    const margin = value.margin === 'on'
    const received = await receiveFile(ctx, dataDir, { file, upload, changes, margin })
    const view = fileViewOf(received, changes ?? null, margin)
    return {
      shown: {
        ...{ structure: structureOfFile(received), file: view },
        asked: step === 'create' && received.undecided,
      },
      create: (passport) => createDraftFromFile(ctx, dataDir, passport, received),
    }
  }
  if (source === '') throw new Problem('document-empty', {}, 'source')
  const imported = typedDoc({ way, source, base })
  checkedDoc(imported.doc)
  return {
    shown: { structure: structureOf(imported), file: null, asked: false },
    create: (passport) => createDraft(ctx, { ...passport, body: imported.doc }),
  }
}

function textsOf(form: FormData): Record<string, string> {
  return Object.fromEntries(
    [...form].flatMap(([name, word]) => (typeof word === 'string' ? [[name, word]] : [])),
  )
}
