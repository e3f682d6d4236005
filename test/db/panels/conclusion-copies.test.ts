/** What a conclusion says as PDF, DOCX and JSON: the same words, the same links to the sheets, each signature by its kind. */

import { eq } from 'drizzle-orm'
import { expect } from 'vitest'
import { sha256 } from '#app/domain/canonical.ts'
import type { Actor } from '#app/domain/ctx.ts'
import { readContents } from '#app/domain/files/store.server.ts'
import { answerText, sendForAgreement } from '#app/domain/panels/conclusions/agreeing.server.ts'
import type { ConclusionBody } from '#app/domain/panels/conclusions/assembling.ts'
import { editConclusion } from '#app/domain/panels/conclusions/concluding.server.ts'
import { conclusionState } from '#app/domain/panels/conclusions/facts.server.ts'
import { conclusionJson } from '#app/domain/panels/conclusions/json.ts'
import { openSigning } from '#app/domain/panels/conclusions/opening.server.ts'
import { conclusionDocx, conclusionPdf, signersOf } from '#app/domain/panels/conclusions/printing.server.ts'
import { conclusionByNumber } from '#app/domain/panels/conclusions/reading.server.ts'
import { signDetached } from '#app/domain/panels/conclusions/signing.server.ts'
import { draftedText, statementsOf } from '#app/domain/panels/conclusions/statements.ts'
import { sendSecondMarks } from '#app/domain/panels/rounds/marking.server.ts'
import { openRound } from '#app/domain/panels/rounds/opening.server.ts'
import { closeSheets } from '#app/domain/panels/sheets/closing.server.ts'
import { sendSheet } from '#app/domain/panels/sheets/filling.server.ts'
import { files } from '#db/schema/index.ts'
import { detachedOver } from '#test/support/cms.ts'
import { test } from '#test/support/database.ts'
import { paragraphsOf } from '#test/support/docx.ts'
import { press, wording } from '#test/support/given/conclusions.ts'
import { filled } from '#test/support/given/panels.ts'
import { streamsOf, wordsOf } from '#test/support/pdf.ts'

const options = {
  ...{ checkAddress: 'https://site.example/check', siteName: 'Экспертное сообщество', demo: null },
  dayText: 'Выпущено 2 марта 2026',
}
const dissent = 'Срок внедрения слишком короткий: школы не успеют.'
const flat = (text: string) => text.replace(/\s+/g, ' ')

test('PDF, DOCX and JSON say the same: second marks beside the first, dissent, three kinds of signature, the hash, the address of the code', async ({
  given,
  acts,
  as,
}) => {
  const panel = await given.concluding()
  const [chair, second, third] = panel.members.map(({ actor }) => actor) as [Actor, Actor, Actor]
  const ask = { lastDay: '2026-03-10', reason: 'Обсудим соответствие нормам.', criteria: ['legality'] }
  await openRound(acts(chair), panel.id, ask)
  for (const [at, one] of [chair, second, third].entries())
    await sendSecondMarks(acts(one), panel.id, [
      {
        ...{ question: 'legality', kept: at === 1, mark: at === 1 ? null : 3, notApplicable: false },
        reason: at === 1 ? '' : 'Убедили доводы коллег.',
      },
    ])
  const before = await conclusionState(acts(chair), panel.id)
  const text = draftedText(before.body as ConclusionBody)
  const revision = await editConclusion(acts(chair), panel.id, {
    ...wording,
    ...{ text, revision: before.body?.edition ?? 0 },
  })
  await sendForAgreement(acts(chair), panel.id, { revision, lastDay: '2026-03-05' })
  const { edition } = await conclusionState(acts(chair), panel.id)
  const hash = edition?.sha256 ?? ''
  await answerText(acts(second), panel.id, { hash, dissent })
  await answerText(acts(third), panel.id, { hash, dissent: '' })
  await openSigning(acts(chair), panel.id, press)
  await given.signer(chair)
  await given.signs(panel.id, chair)
  const signed = await given.hashOf(panel.id, chair)
  await signDetached(acts(second), press.dataDir, panel.id, {
    ...{ hash: signed, name: 'подпись.sig', bytes: detachedOver(signed) },
  })
  await given.signsOnPaper(panel, third)

  const view = await conclusionByNumber(as(null), `${panel.number}-1`)
  const { body } = view
  const pdf = await conclusionPdf(view, options)
  const inPdf = flat(wordsOf(streamsOf(pdf)))
  const inDocx = flat(paragraphsOf(await conclusionDocx(view, options)).join('\n'))
  const json = JSON.parse(conclusionJson(view, options))
  const [address, criterion] = [`https://site.example/check/${view.code}`, body.criteria[0]]
  for (const said of [
    ...[dissent, `Особое мнение`, ...Object.values(view.names).filter((name) => name !== null)],
    ...[
      'простая электронная подпись',
      'подпись.sig; площадка её не проверяла',
      'подписано на бумаге, сверено',
    ],
    ...[view.code ?? '', 'Вторая оценка (согласование № 1): 3', 'Оценка оставлена (согласование № 1)'],
    ...['было 2', 'Убедили доводы коллег.', 'вторые оценки; первые показаны рядом', 'с учётом весов'],
    ...(criterion ? [criterion.title, `[К1]`, '[В]', '[Р]'] : []),
  ]) {
    expect(inDocx).toContain(flat(said))
    // lines of a PDF are broken where the page ends them, names of a family may be divided
    for (const word of flat(said)
      .split(/[^\p{L}\d]+/u)
      .filter((one) => one.length > 2))
      expect(inPdf).toContain(word)
  }
  // the code itself is drawn; what it says is told to who does not see it, and stands beside it in words
  expect(pdf.includes(Buffer.from(address, 'utf16le').swap16())).toBe(true)
  expect(inPdf).toContain('https://site.example/')
  expect(inDocx).toContain(address)
  expect(inDocx).toContain(view.sha256)

  expect(json).toMatchObject({
    ...{ type: 'rses-conclusion/1', sha256: view.sha256, code: view.code, check: address, revokedAt: null },
  })
  expect(sha256(json.conclusion)).toBe(view.sha256)
  expect(json.signatures.map(({ kind, sha256 }: { kind: string; sha256: string }) => [kind, sha256])).toEqual(
    ['simple', 'detached', 'paper'].map((kind) => [kind, signed]),
  )
  // every statement of the draft names its items, and each mark leads to what is there
  const statements = statementsOf(body)
  expect(statements).toHaveLength(body.criteria.length + 2)
  expect(statements.every(({ items }) => items.length === 1)).toBe(true)
  expect(json.statements.map(({ items }: { items: string[] }) => items[0])).toEqual([
    ...body.criteria.map((_, at) => `К${at + 1}`),
    ...['В', 'Р'],
  ])
  expect(
    json.conclusion.criteria[0].marks.map(({ second }: { second: { mark: number } }) => second.mark),
  ).toEqual([...[3, null, 3]])
  expect(json.conclusion.agreement.answers).toContainEqual({
    ...{ person: second.number, answer: 'dissented', dissent },
  })
})

test('who sent no sheet is named with the reason of the closing, in the copies and in the document that is signed', async ({
  given,
  acts,
  db,
}) => {
  const late = '2026-04-20T09:00:00Z'
  const panel = await given.convened()
  const [first, second, third] = panel.members as [
    (typeof panel.members)[number],
    (typeof panel.members)[number],
    (typeof panel.members)[number],
  ]
  for (const { actor, sheetId } of [first, second]) await sendSheet(acts(actor), sheetId, filled(3))
  await closeSheets(acts(panel.secretary, late), panel.id, {
    ...{ reason: 'Эксперт заболел.', dissent: 'Председатель просил подождать.' },
  })
  const revision = await editConclusion(acts(first.actor, late), panel.id, { ...wording, revision: 1 })
  await sendForAgreement(acts(first.actor, late), panel.id, { revision, lastDay: '2026-04-25' })
  const { edition } = await conclusionState(acts(first.actor, late), panel.id)
  for (const { actor } of [second, third])
    await answerText(acts(actor, late), panel.id, { hash: edition?.sha256 ?? '', dissent: '' })
  await openSigning(acts(first.actor, late), panel.id, press)
  const state = await conclusionState(acts(first.actor, late), panel.id)
  const [file] = await db
    .select()
    .from(files)
    .where(eq(files.id, state.edition?.fileId ?? ''))
  const parts = []
  for await (const part of await readContents(press.dataDir, file?.sha256 ?? '')) parts.push(part as Buffer)
  const document = flat(wordsOf(streamsOf(Buffer.concat(parts))))
  const told = ['закрыт секретарём', 'получено', third.actor.familyName, 'заболел', 'Возражение', 'подождать']
  for (const said of told) for (const word of said.split(' ')) expect(document).toContain(word)
  expect(signersOf(state.body as ConclusionBody)).toContain(second.actor.number)
})
