/**
 * Attaching: files given as answers. What a file is, is found in its bytes; it is handed out only as a download, to its
 * author and to those who compose the questionnaire.
 */
import { and, eq, inArray, isNull } from 'drizzle-orm'
import { type ActingCtx, atomically, type Ctx } from '#app/domain/ctx.ts'
import { keepFile, type StoredFile } from '#app/domain/files/store.server.ts'
import { found, Problem } from '#app/domain/problem.ts'
import { authorize } from '#app/domain/rules.ts'
import { files } from '#db/schema/index.ts'
import type { QuestionnaireState } from './facts.server.ts'
import type { Answer, Form, Question } from './forms.ts'
import { questionnaireRules } from './rules.ts'
import type { SendingFault } from './sending.ts'

const KIND = 'answer'
const MEGABYTE = 1024 * 1024

/** Stores a file for a question; returns its id, which is the answer. Problems: file-empty, too-large, file-type. */
export async function attachFile(
  ctx: ActingCtx,
  dataDir: string,
  state: QuestionnaireState,
  question: Question,
  { name, bytes }: { name: string; bytes: Uint8Array },
): Promise<string> {
  authorize(questionnaireRules.answer, ctx.actor, state.facts)
  const { megabytes = 1 } = question
  if (bytes.length > megabytes * MEGABYTE) throw new Problem('too-large', { megabytes }, question.code)
  return atomically(ctx, async (ctx) => {
    const kept = await keepFile(ctx, dataDir, { name, bytes, objectKind: KIND, objectId: state.row.id })
    if (!question.types?.includes(kept.mediaType)) throw new Problem('file-type', {}, question.code)
    return kept.id
  })
}

/** Files of answers that are not the actor's own for this questionnaire, or not what the question asks. */
export async function attachmentFaults(
  ctx: ActingCtx,
  questionnaireId: string,
  form: Form,
  given: readonly Answer[],
): Promise<SendingFault[]> {
  const known = new Map((await ownFiles(ctx, questionnaireId)).map((file) => [file.id, file]))
  return form.questions.flatMap((question): SendingFault[] => {
    const answer = given.find((one) => one.question === question.code)
    if (question.type !== 'file' || !answer) return []
    const file = known.get(String(answer.value))
    const right =
      file && question.types?.includes(file.mediaType) && file.size <= (question.megabytes ?? 1) * MEGABYTE
    return right
      ? []
      : [{ question: question.code, code: 'answer-file', facts: { question: question.title } }]
  })
}

/** The files that the actor has put to this questionnaire. */
export async function ownFiles(ctx: ActingCtx, questionnaireId: string): Promise<StoredFile[]> {
  const own = and(
    eq(files.objectKind, KIND),
    eq(files.objectId, questionnaireId),
    eq(files.createdById, ctx.actor.personId),
    isNull(files.erasedAt),
  )
  return ctx.db.select().from(files).where(own)
}

/** Names of files by id, for results and receipts within reach. */
export async function fileNames(ctx: Ctx, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await ctx.db
    .select({ id: files.id, name: files.name })
    .from(files)
    .where(and(inArray(files.id, [...ids]), eq(files.objectKind, KIND)))
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** A file of an answer, for its author or for those who may take the answers out. */
export async function answerFile(ctx: ActingCtx, state: QuestionnaireState, id: string): Promise<StoredFile> {
  const [file] = await ctx.db
    .select()
    .from(files)
    .where(and(eq(files.id, id), eq(files.objectKind, KIND), eq(files.objectId, state.row.id)))
  const own = file?.createdById === ctx.actor.personId
  const may = own || questionnaireRules.export(ctx.actor, state.facts) === null
  if (file?.erasedAt) throw new Problem('gone')
  return found(may ? file : null)
}
