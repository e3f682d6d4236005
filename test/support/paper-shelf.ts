/** What the tests of templates and papers share: a shelf in an empty folder, a filled letter, an uploaded template. */
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Ctx } from '#app/domain/ctx.ts'
import { paperFiles, paperOf } from '#app/domain/documents/paper-list.server.ts'
import { shelfIn } from '#app/web/shelf.server.ts'
import { paragraphsOf } from './docx.ts'

export const shelf = shelfIn(await mkdtemp(join(tmpdir(), 'shelf-')))

export const letter = {
  recipientPost: 'директор школы № 5',
  recipientName: 'Берёзкина Анна Львовна',
  signatoryPost: 'ректор',
  signatoryName: 'Соловей Никита Лукич',
  expert: 'Заяц Пётр Львович',
  expertPost: 'старший методист',
  panelTitle: 'проекта положения о реестре',
  fromDay: '2026-03-02',
  untilDay: '2026-03-12',
  hours: '6 часов',
}

/** The fields of a paper as they are saved. */
export const fieldsOf = async (ctx: Ctx, id: string) =>
  (await paperOf(ctx, id)).paper.fields as Record<string, string>

/** The words of a paper's file. */
export const textOf = async (ctx: Ctx, id: string) =>
  paragraphsOf((await paperFiles(ctx, shelf, [id]))[0]?.bytes ?? new Uint8Array()).join('\n')

export const code = 'cover-letter'

/** The form of an upload for the template `code`; null: the common one. */
export const upload = (bytes: Uint8Array, organisationId: string | null) => ({
  ...{ code, organisationId, bytes },
  ...{ title: '', name: 'письмо.docx' },
})
