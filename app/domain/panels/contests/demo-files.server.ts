/** Files of the works of the demonstration: a programme of Word, a plan as PDF; small, and silent of whose they are. */
import { docxPaper } from '#app/domain/documents/docx-paper.server.ts'
import { type PaperWriter, pdfPaper } from '#app/domain/documents/pdf.server.ts'
import { keepMade } from '#app/domain/files/store.server.ts'
import { contestStories } from '#content/contest-stories.ts'
import { submissionFiles } from '#db/schema/index.ts'
import type { Story } from './demo-telling.server.ts'

const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** Puts them into the store, once for all works of one title. Without a store there are none. */
export async function addFiles(
  { db, cast, day, dataDir }: Story,
  works: readonly { id: string; title: string }[],
  now: Date,
): Promise<void> {
  if (!dataDir) return
  const { fileName, planName } = contestStories()
  const ctx = { db, actor: cast.actor('school', day), now, zone: 'UTC' }
  const plan = await planPdf(planName)
  const made = new Map<string, Buffer>()
  for (const [at, { id, title }] of works.entries()) {
    const bytes = made.get(title) ?? (await programmeDocx(title))
    made.set(title, bytes)
    const about = { objectKind: 'submission', objectId: id }
    const kept = [
      await keepMade(ctx, dataDir, { ...about, name: `${fileName}.docx`, mediaType: docx, bytes }),
      ...(at % 2 === 0
        ? [
            await keepMade(ctx, dataDir, {
              ...{ ...about, name: `${planName}.pdf`, mediaType: 'application/pdf', bytes: plan },
            }),
          ]
        : []),
    ]
    await db
      .insert(submissionFiles)
      .values(kept.map((file, place) => ({ submissionId: id, fileId: file.id, position: place + 1 })))
  }
}

async function programmeDocx(title: string): Promise<Buffer> {
  const { fileName, parts, plan } = contestStories()
  const write = docxPaper({ title, subject: fileName, siteName: fileName })
  write.heading('H1', title)
  for (const { title, text } of parts) {
    write.heading('H2', title)
    write.paragraph(text)
  }
  await tabled(write, plan)
  return write.finish(() => fileName)
}

async function planPdf(title: string): Promise<Buffer> {
  const write = pdfPaper({ title, subject: title, siteName: title })
  write.heading('H1', title)
  await tabled(write, contestStories().plan)
  return write.finish(() => title)
}

function tabled(write: PaperWriter, { head, rows }: { head: string[]; rows: string[][] }) {
  return write.table(head, rows, [0.5, 0.2, 0.3])
}
