import { readFileSync } from 'node:fs'
import PizZip from 'pizzip'
import { describe, expect } from 'vitest'
import type { ActingCtx } from '#app/domain/ctx.ts'
import { listTemplates, uploadTemplate } from '#app/domain/documents/templates.server.ts'
import { test } from '#test/support/database.ts'
import { docxOf, relations } from '#test/support/docx.ts'
import { shelf, upload } from '#test/support/paper-shelf.ts'

const link = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

const rels = (inner: string) => docxOf(['{текст}'], { 'word/_rels/document.xml.rels': relations(inner) })
const bodyOf = (inner: string) =>
  docxOf([], { 'word/document.xml': `<w:document xmlns:w="w"><w:body>${inner}</w:body></w:document>` })

/** A ZIP whose directory says little and whose contents are much: 80 MB of zeros. */
const bomb = () => docxOf(['{текст}'], { 'word/media/image1.png': new Uint8Array(80 * 1024 * 1024) })
const crowd = () =>
  docxOf(['{текст}'], Object.fromEntries(Array.from({ length: 500 }, (_, at) => [`word/a${at}.xml`, '<a/>'])))

describe('what is refused, and why', () => {
  const cases: [string, () => Uint8Array, object][] = [
    ['an empty file', () => new Uint8Array(), { code: 'file-empty' }],
    ['no ZIP', () => new TextEncoder().encode('просто текст'), { code: 'file-type' }],
    ['a ZIP that is no document', () => zipOf({ 'a.txt': 'x' }), { code: 'file-type' }],
    ['a truncated file', () => docxOf(['{текст}']).slice(0, 400), { code: 'archive-broken' }],
    [
      'a folder that climbs out',
      () => docxOf(['{текст}'], { '../evil.xml': '<a/>' }),
      { code: 'archive-broken' },
    ],
    ['a bomb', bomb, { code: 'archive-bomb' }],
    ['too many entries', crowd, { code: 'archive-bomb' }],
    ['a macro', () => docxOf(['{текст}'], { 'word/vbaProject.bin': 'x' }), { code: 'template-active' }],
    [
      'an embedded object',
      () => docxOf(['{текст}'], { 'word/embeddings/oleObject1.bin': 'x' }),
      { code: 'template-active' },
    ],
    [
      'a document type',
      () => docxOf(['{текст}'], { 'word/styles.xml': '<!DOCTYPE x [<!ENTITY a "b">]><x/>' }),
      { code: 'template-active' },
    ],
    ['a foreign part', () => bodyOf('<w:altChunk r:id="x"/>'), { code: 'template-active' }],
    [
      'a field that runs',
      () =>
        bodyOf(
          '<w:p><w:r><w:instrText>DDE</w:instrText></w:r><w:r><w:instrText>AUTO cmd</w:instrText></w:r></w:p>',
        ),
      { code: 'template-active' },
    ],
    [
      'an outside template',
      () =>
        rels(
          `<Relationship Id="a" Type="${link}/attachedTemplate" Target="http://x.example/t.dotm" TargetMode="External"/>`,
        ),
      { code: 'template-external' },
    ],
    [
      'an outside picture',
      () =>
        rels(
          `<Relationship Id="a" Type="${link}/image" Target="http://x.example/p.png" TargetMode="External"/>`,
        ),
      { code: 'template-external' },
    ],
    [
      'a link to a file',
      () =>
        rels(
          `<Relationship Id="a" Type="${link}/hyperlink" Target="file:///etc/passwd" TargetMode="External"/>`,
        ),
      { code: 'template-external' },
    ],
    [
      'an outside template behind a bracket in a value',
      () =>
        rels(
          `<Relationship Id="a" x=">" Type="${link}/attachedTemplate" Target="http://x.example/t.dotm" TargetMode="External"/>`,
        ),
      { code: 'template-external' },
    ],
    [
      'an outside template in numbers for letters',
      () =>
        rels(
          `<Relationship Id="a" Type="${link}/attachedTemplate" Target="t.dotm" TargetMode="&#69;xternal"/>`,
        ),
      { code: 'template-external' },
    ],
    [
      'a field that runs, in numbers for letters',
      () => bodyOf('<w:p><w:r><w:instrText>&#68;DEAUTO cmd</w:instrText></w:r></w:p>'),
      { code: 'template-active' },
    ],
    [
      'a field that runs, cut by a comment',
      () => bodyOf('<w:p><w:r><w:instrText>DD<!-- -->EAUTO cmd</w:instrText></w:r></w:p>'),
      { code: 'template-active' },
    ],
    [
      'a field that runs, under another prefix and in single quotes',
      () => bodyOf(`<v:p xmlns:v="w"><v:fldSimple v:instr='DDEAUTO cmd'/></v:p>`),
      { code: 'template-active' },
    ],
    [
      'a part in another encoding',
      () =>
        docxOf(['{текст}'], { 'word/footer1.xml': Buffer.from('\ufeff<w:altChunk r:id="x"/>', 'utf16le') }),
      { code: 'template-active' },
    ],
    [
      'elements that never end',
      () => docxOf(['{текст}'], { 'word/footer1.xml': '<w:instrText '.repeat(20_000) }),
      { code: 'template-active' },
    ],
    [
      'unknown words',
      () => docxOf(['{текст} {оклад} {#приложения}{премия}{/приложения}']),
      { code: 'template-words', facts: { words: '{оклад}, {приложения.премия}' } },
    ],
    ['an expression', () => docxOf(['{текст.constructor}']), { code: 'template-expression' }],
    ['braces that do not match', () => docxOf(['{#приложения} {текст}']), { code: 'template-broken' }],
  ]
  test.for(cases)('%s', async ([, make, problem], { as, given }) => {
    const { id } = await given.organisation()
    const ctx = as(
      await given.user({ role: 'institute', scopeKind: 'organisation', scopeId: id }),
    ) as ActingCtx
    await expect(uploadTemplate(ctx, shelf, upload(make(), id))).rejects.toMatchObject({
      ...problem,
      field: 'file',
    })
    expect((await listTemplates(ctx, id)).filter((row) => row.organisationId === id)).toEqual([])
  })

  test('a link for the reader stays allowed, and so does every template that came with the platform', async ({
    as,
    given,
  }) => {
    const { id } = await given.organisation()
    const ctx = as(
      await given.user({ role: 'institute', scopeKind: 'organisation', scopeId: id }),
    ) as ActingCtx
    const linked = rels(
      `<Relationship Id="a" Type="${link}/hyperlink" Target="mailto:a@b.example" TargetMode="External"/>`,
    )
    await uploadTemplate(ctx, shelf, upload(linked, id))
    for (const shipped of ['invitation-letter', 'cover-letter', 'panel-order', 'participation-note']) {
      const bytes = new Uint8Array(readFileSync(`content/templates/${shipped}.docx`))
      await uploadTemplate(ctx, shelf, { ...upload(bytes, id), code: shipped })
    }
    await expect(uploadTemplate(ctx, shelf, { ...upload(linked, id), code: 'loan' })).rejects.toMatchObject({
      code: 'template-unknown',
    })
  })

  test('a directory that lies about sizes gains nothing', async ({ as, given }) => {
    const { id } = await given.organisation()
    const ctx = as(
      await given.user({ role: 'institute', scopeKind: 'organisation', scopeId: id }),
    ) as ActingCtx
    const bytes = Buffer.from(bomb())
    // In every directory entry the unpacked size becomes 10 bytes.
    for (
      let at = bytes.indexOf('PK\u0001\u0002', 0, 'latin1');
      at >= 0;
      at = bytes.indexOf('PK\u0001\u0002', at + 4, 'latin1')
    )
      bytes.writeUInt32LE(10, at + 24)
    await expect(uploadTemplate(ctx, shelf, upload(bytes, id))).rejects.toMatchObject({
      code: 'archive-bomb',
    })
  })
})

function zipOf(parts: Record<string, string>): Uint8Array {
  const zip = new PizZip()
  for (const [name, text] of Object.entries(parts)) zip.file(name, text)
  return zip.generate({ type: 'uint8array' })
}
