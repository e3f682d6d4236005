/** What is written into the practices of the demonstration: passport, parts and a small file. */
import { eq } from 'drizzle-orm'
import type { ActingCtx } from '#app/domain/ctx.ts'
import { pdfPaper } from '#app/domain/documents/pdf.server.ts'
import { practiceByNumber } from '#app/domain/practices/facts.server.ts'
import {
  addPracticeFile,
  savePassport,
  saveSection,
  sectionsOf,
} from '#app/domain/practices/writing.server.ts'
import { docOfSource } from '#app/domain/reviews/texts/sources.ts'
import { type PracticeStory, practiceStories } from '#content/practice-stories.ts'
import { directionLists, directions, directionVersions } from '#db/schema/index.ts'
import type { Scene } from './demo-scene.server.ts'

export async function written(scene: Scene, ctx: ActingCtx, number: number, story: PracticeStory) {
  const { title, abstract, tier, subjects, licence, parts, file } = story
  const { version } = await practiceByNumber(ctx, number)
  const direction = story.direction ? await directionBy(ctx, story.direction) : ''
  const passport = { title, abstract, tier, subjects, licence: licence ?? '', direction }
  await savePassport(ctx, number, { ...passport, edition: version.edition })
  for (const [code, text] of Object.entries(parts))
    await saveSection(ctx, number, code, { doc: docOfSource('markdown', text).doc, seen: 0 })
  if (!file || !scene.dataDir) return
  const write = pdfPaper({ title: file.name, subject: file.name, siteName: file.name })
  write.heading('H1', file.name)
  write.paragraph(file.text)
  const bytes = new Uint8Array(await write.finish(() => file.name))
  await addPracticeFile(ctx, number, { dataDir: scene.dataDir, name: `${file.name}.pdf`, bytes })
}

/** The next version says in its result what became clearer. */
export async function mend(ctx: ActingCtx, number: number) {
  const { mended } = practiceStories()
  const { version } = await practiceByNumber(ctx, number)
  const kept = (await sectionsOf(ctx, version.id)).get('result')
  if (!kept) return
  const { doc } = docOfSource('markdown', mended[(version.number - 2) % mended.length] ?? '')
  const body = { ...kept.body, content: [...kept.body.content, ...doc.content] }
  await saveSection(ctx, number, 'result', { doc: body, seen: kept.edition })
}

async function directionBy({ db }: ActingCtx, code: string): Promise<string> {
  const [row] = await db
    .select({ id: directionVersions.id })
    .from(directionVersions)
    .innerJoin(directions, eq(directions.id, directionVersions.directionId))
    .innerJoin(directionLists, eq(directionLists.id, directionVersions.listId))
    .where(eq(directions.code, code))
    .limit(1)
  return row?.id ?? ''
}
