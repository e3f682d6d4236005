/** The form of a new draft: a file is looked at before the passport, and stays with the form whatever is refused. */
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { expect } from 'vitest'
import type { Actor } from '#app/domain/ctx.ts'
import { action } from '#app/routes/drafts.new/route.tsx'
import { content } from '#content/load.ts'
import { messagesOf } from '#content/messages/index.server.ts'
import { drafts } from '#db/schema/index.ts'
import { test } from '#test/support/database.ts'
import { p, wordOf } from '#test/support/word.ts'

const { problems } = messagesOf('ru')
const by = 'w:id="1" w:author="Рецензент" w:date="2026-03-01T10:00:00Z"'
const docx = (xml: string, name: string) => new File([new Uint8Array(wordOf(xml))], name)
const tracked = docx(
  `${p('1.1. Пункт')}<w:p><w:ins ${by}><w:r><w:t>Новое</w:t></w:r></w:ins><w:r><w:t> слово</w:t></w:r></w:p>`,
  'правка.docx',
)

interface Answer {
  data?: {
    file?: { upload: string; name: string; policy: string | null; changes: unknown } | null
    structure?: unknown
    asked?: boolean
    typed?: Record<string, string>
    lastResult?: { error?: Record<string, string[]>; initialValue?: Record<string, unknown> }
  }
  init?: { status?: number } | null
  status?: number
  headers?: Headers
}

function pressing(database: { web: unknown }, actor: Actor) {
  const dataDir = mkdtempSync(join(tmpdir(), 'rses-new-draft-'))
  const services = { web: database.web, content: content(), config: { dataDir } }
  const visit = {
    ...{ actor, ended: false, now: new Date('2026-03-02T10:00:00Z'), zone: 'Asia/Yekaterinburg' },
    ...{ locale: 'ru', cookies: [], address: '' },
  }
  return async (step: 'preview' | 'create', fields: Record<string, string | File>) => {
    const body = new FormData()
    for (const [name, value] of Object.entries({ ...fields, step })) body.append(name, value)
    const request = new Request('http://site.test/drafts/new', { method: 'POST', body })
    const said = (await action({ request, params: {}, context: { visit, services } } as never)) as Answer
    return { ...said.data, status: said.status ?? said.init?.status, to: said.headers?.get('location') }
  }
}

test('a file is shown without a passport, and stays through a missing passport and a bad other file to the draft', async ({
  db,
  given,
  database,
}) => {
  const institute = await given.developer()
  const developerId = institute.powers.find(({ scopeKind }) => scopeKind === 'organisation')?.scopeId ?? ''
  const press = pressing(database, institute)
  const empty = {
    title: '',
    kind: '',
    developerId,
    ground: '',
    explanatoryNote: '',
    contact: '',
    way: 'rich',
    source: '',
  }
  const seen = await press('preview', { ...empty, file: tracked })
  expect([seen.status, seen.lastResult, seen.file?.name]).toEqual([200, undefined, 'правка.docx'])
  expect(seen.structure).not.toBeNull()

  const kept = { ...empty, upload: seen.file?.upload ?? '', title: 'Порядок с правкой', changes: 'accept' }
  const early = await press('create', kept)
  expect(early.status).toBe(422)
  expect(early.lastResult?.error).toEqual(
    Object.fromEntries(
      ['kind', 'ground', 'explanatoryNote', 'contact'].map((name) => [name, [problems.required]]),
    ),
  )
  expect(early.file).toMatchObject({ upload: seen.file?.upload, policy: 'accept' })
  expect(early.typed?.title).toBe('Порядок с правкой')

  const passport = { kind: 'procedure', ground: 'План', explanatoryNote: 'Записка', contact: 'Отдел' }
  const bad = await press('create', { ...kept, ...passport, file: new File(['нет'], 'рисунок.docx') })
  expect(bad.status).toBe(422)
  expect(Object.keys(bad.lastResult?.error ?? {})).toEqual(['file'])
  expect(bad.file).toMatchObject({ upload: seen.file?.upload, name: 'правка.docx', policy: 'accept' })
  expect(bad.lastResult?.initialValue?.contact).toBe('Отдел')

  const asked = await press('create', { ...kept, ...passport, contact: '', changes: '' })
  expect([asked.status, asked.asked, asked.file?.upload]).toEqual([422, true, seen.file?.upload])
  // the summary of errors tells the question of the file beside the passport
  expect(Object.keys(asked.lastResult?.error ?? {})).toEqual(['contact', 'changes'])
  const wrong = await press('create', { ...kept, ...passport, kind: 'nonsense' })
  expect([Object.keys(wrong.lastResult?.error ?? {}), wrong.file?.upload]).toEqual([
    ['kind'],
    seen.file?.upload,
  ])
  const of = () => db.select().from(drafts).where(eq(drafts.title, 'Порядок с правкой'))
  expect(await of()).toEqual([])
  const made = await press('create', { ...kept, ...passport })
  expect([made.status, (await of()).length]).toEqual([302, 1])
})

test('words are checked without a passport, too; without words, both are asked for at once', async ({
  given,
  database,
}) => {
  const press = pressing(database, await given.developer())
  const words = await press('preview', { way: 'plain', source: 'Первый абзац' })
  expect([words.status, words.lastResult]).toEqual([200, undefined])
  const nothing = await press('create', { way: 'plain', source: '' })
  expect(nothing.status).toBe(422)
  expect(Object.keys(nothing.lastResult?.error ?? {})).toEqual(expect.arrayContaining(['title', 'source']))
  const blank = JSON.stringify({ type: 'doc', content: [{ type: 'paragraph' }] })
  const wordless = await press('create', { way: 'rich', source: blank })
  expect(wordless.lastResult?.error).toEqual(nothing.lastResult?.error)
  // somebody else's file, or one long erased, is no file of this form
  const foreign = await press('create', { upload: '019a2b3c-1111-7abc-8def-0123456789ab' })
  expect([foreign.file, foreign.lastResult?.error?.file]).toEqual([null, [problems['file-gone']]])
})
