/** Factories of drafts, discussions and remarks: made by the room's own commands, so that every row is a true one. */
import { type ActingCtx, type Actor, dayOf } from '#app/domain/ctx.ts'
import { blocksOfVersion } from '#app/domain/reviews/anchors/resolutions.server.ts'
import { openDiscussion } from '#app/domain/reviews/course/discussing.server.ts'
import type { StageInput } from '#app/domain/reviews/course/planning.ts'
import { dayAfter } from '#app/domain/reviews/course/staging.ts'
import { createDraft } from '#app/domain/reviews/drafting.server.ts'
import { leaveRemark, type RemarkInput } from '#app/domain/reviews/remarks/remarking.server.ts'
import { docFromPlain } from '#app/domain/reviews/texts/importing.ts'
import { beginVersion, publishVersion, saveVersion } from '#app/domain/reviews/versions/versioning.server.ts'
import { seenAll } from '#app/domain/reviews/versions/weighing.server.ts'
import type { Db } from '#db/client.ts'
import { accountsGiven } from './accounts.ts'

const MOMENT = '2026-03-02T09:00:00Z'
const ZONE = 'Asia/Yekaterinburg'
const TEXT = [
  'Настоящий Порядок определяет правила общественного обсуждения проектов документов.',
  '1. Эксперт заполняет экспертный лист в течение трёх дней.',
  '2. Сведения об экспертах публикуются в открытой части реестра.',
  'Заключительные положения действуют до утверждения новой редакции.',
].join('\n\n')

export interface GivenDraft {
  id: string
  slug: string
  versionId: string
  /** of the developer, may do everything with the draft */
  institute: Actor
}

export const reviewsGiven = (db: Db) => {
  const accounts = accountsGiven(db)
  const ctxFor = (actor: Actor, now: Date | string = MOMENT): ActingCtx => ({
    db,
    actor,
    now: new Date(now),
    zone: ZONE,
  })

  /** An employee of a developer, with the rights of the role. */
  const developer = async (role = 'institute', organisationId?: string) => {
    const scopeId = organisationId ?? (await accounts.organisation()).id
    return accounts.user({ role, scopeKind: 'organisation', scopeId, employedAt: scopeId })
  }

  /** A draft; published by default. */
  const draft = async ({
    text = TEXT,
    published = true,
    by,
  }: {
    text?: string
    published?: boolean
    by?: Actor
  } = {}): Promise<GivenDraft> => {
    const institute = by ?? (await developer())
    const ctx = ctxFor(institute)
    const developerId = institute.powers.find((power) => power.scopeKind === 'organisation')?.scopeId ?? ''
    const made = await createDraft(ctx, {
      title: 'Порядок общественного обсуждения',
      kind: 'procedure',
      developerId,
      ground: 'План работы на 2026 год',
      explanatoryNote: 'Проект подготовлен для проверки.',
      contact: 'Отдел разработки',
      body: docFromPlain(text).doc,
    })
    if (published) await publishVersion(ctx, made.versionId)
    return { ...made, institute }
  }

  /** A published draft whose stages stand so that the moment of tests falls into the discussion. */
  const discussed = async (
    options: { text?: string; by?: Actor; stages?: StageInput[] } = {},
  ): Promise<GivenDraft> => {
    const made = await draft(options)
    const today = dayOf(new Date(MOMENT), ZONE)
    const stages: StageInput[] = options.stages ?? [
      { kind: 'notice', title: 'Уведомление', firstDay: dayAfter(today, -5), lastDay: dayAfter(today, -3) },
      {
        kind: 'discussion',
        title: 'Обсуждение',
        firstDay: dayAfter(today, -2),
        lastDay: dayAfter(today, 10),
      },
      {
        kind: 'processing',
        title: 'Работа с предложениями',
        firstDay: dayAfter(today, 11),
        lastDay: dayAfter(today, 20),
      },
    ]
    await openDiscussion(ctxFor(made.institute), made.id, { process: 'public-discussion', stages })
    return made
  }

  /** A remark on words of the draft's first version that contain `words`; a new participant's by default. */
  const remark = async (
    of: GivenDraft,
    { words = 'экспертный лист', by, ...input }: Partial<RemarkInput> & { words?: string; by?: Actor } = {},
  ) => {
    const author = by ?? (await accounts.user())
    const ctx = ctxFor(author)
    const blocks = await blocksOfVersion(ctx, input.versionId ?? of.versionId)
    const block = blocks.find(({ text }) => text.includes(words))
    if (!block) throw new RangeError(`no block with «${words}»`)
    const fromOffset = block.text.indexOf(words)
    const made = await leaveRemark(ctx, {
      draftId: of.id,
      versionId: of.versionId,
      fromBlockId: block.blockId,
      fromOffset,
      toOffset: fromOffset + words.length,
      kind: 'criticism',
      body: 'Срок слишком мал для вдумчивой работы.',
      ...input,
    })
    return { ...made, author }
  }

  /** The next version of a draft with another text, published. */
  const nextVersion = async (of: GivenDraft, text: string) => {
    const ctx = ctxFor(of.institute)
    const { id, number } = await beginVersion(ctx, of.id)
    await saveVersion(ctx, id, { doc: docFromPlain(text).doc, edition: 1 })
    await publishVersion(ctx, id, await seenAll(ctx, of.id, 'Проверяется другое'))
    return { id, number }
  }

  /** The units of the draft's first version. */
  const blocks = (of: GivenDraft) => blocksOfVersion(ctxFor(of.institute), of.versionId)

  return { developer, draft, discussed, blocks, remark, nextVersion }
}
