import { readFileSync } from 'node:fs'
import { Document, Footer, HeadingLevel, ImageRun, LevelFormat, Packer, Paragraph, TextRun } from 'docx'
import PizZip from 'pizzip'
import { describe, expect, test } from 'vitest'
import { fillTemplate } from '#app/domain/documents/filling.server.ts'
import { mergeDocx, safeName, zipFiles } from '#app/domain/documents/merging.ts'
import { docxOf, paragraphsOf } from '#test/support/docx.ts'

const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

/** A template with a numbered list, a picture and a footer with a placeholder. */
const rich = async () =>
  Packer.toBuffer(
    new Document({
      numbering: {
        config: [{ reference: 'list', levels: [{ level: 0, format: LevelFormat.DECIMAL, text: '%1.' }] }],
      },
      sections: [
        {
          footers: { default: new Footer({ children: [new Paragraph('Внизу {имя}')] }) },
          children: [
            new Paragraph({ heading: HeadingLevel.HEADING_1, text: 'Письмо {имя}' }),
            new Paragraph({ numbering: { reference: 'list', level: 0 }, text: 'первый {имя}' }),
            new Paragraph({ numbering: { reference: 'list', level: 0 }, text: 'второй' }),
            new Paragraph({
              children: [
                new ImageRun({ type: 'png', data: pixel, transformation: { width: 9, height: 9 } }),
                new TextRun('рисунок'),
              ],
            }),
          ],
        },
      ],
    }),
  )

test('papers of one template become one document with its own page, list and footer for each', async () => {
  const template = await rich()
  const papers = ['Анне', 'Борису', 'Вере'].map((имя) => fillTemplate(template, { имя }).bytes)
  const merged = mergeDocx(papers)

  const texts = paragraphsOf(merged).filter((text) => text !== '')
  expect(texts).toEqual(
    ['Анне', 'Борису', 'Вере'].flatMap((имя) => [`Письмо ${имя}`, `первый ${имя}`, 'второй', 'рисунок']),
  )

  const zip = new PizZip(merged)
  const xml = zip.file('word/document.xml')?.asText() ?? ''
  const used = [...xml.matchAll(/<w:numId w:val="(\d+)"/g)].map(([, id]) => id)
  expect(new Set(used).size).toBe(3)
  const numbering = zip.file('word/numbering.xml')?.asText() ?? ''
  for (const id of used) expect(numbering).toContain(`w:numId="${id}"`)
  expect(xml.match(/<w:sectPr/g)).toHaveLength(3)

  // Every relation that the body names exists, and its part is in the package with a type.
  const rels = zip.file('word/_rels/document.xml.rels')?.asText() ?? ''
  const types = zip.file('[Content_Types].xml')?.asText() ?? ''
  const footers: string[] = []
  for (const [, id] of xml.matchAll(/r:(?:id|embed)="([^"]+)"/g)) {
    const relation =
      [...rels.matchAll(/<Relationship\b[^>]*>/g)].find(([one]) => one.includes(`Id="${id}"`))?.[0] ?? ''
    const target = /Target="([^"]+)"/.exec(relation)?.[1] ?? ''
    expect(zip.file(`word/${target}`), `${id} → ${target}`).not.toBeNull()
    if (!target.includes('footer')) continue
    expect(types).toContain(`/word/${target}`)
    footers.push(paragraphsOf(merged, `word/${target}`).join(''))
  }
  expect(footers).toEqual(['Внизу Анне', 'Внизу Борису', 'Внизу Вере'])
  const pictures = [...xml.matchAll(/<wp:docPr[^>]*\bid="(\d+)"/g)].map(([, id]) => id)
  expect(new Set(pictures).size).toBe(pictures.length)

  // It is a template again: what cannot be opened would throw here.
  expect(fillTemplate(merged, {}).missing).toEqual([])
})

test('one paper stays as it is, papers of different templates are refused', async () => {
  const one = fillTemplate(readFileSync('content/templates/panel-order.docx'), {}).bytes
  expect(paragraphsOf(mergeDocx([one]))).toEqual(paragraphsOf(one))
  const different = expect.objectContaining({ code: 'merge-different' })
  expect(() => mergeDocx([one, docxOf(['просто'])])).toThrow(different)
  expect(() => mergeDocx([])).toThrow(expect.objectContaining({ code: 'paper-none' }))
})

describe('ZIP', () => {
  test('names are safe, in Cyrillic and one of a kind', () => {
    const bytes = new Uint8Array([1, 2, 3])
    const names = [
      'Письмо № 5.docx',
      'письмо № 5.docx',
      '../../etc/passwd',
      'a\u202eb\u0000.docx',
      '',
      'con.docx',
      '...',
      'x'.repeat(300),
    ]
    const zip = new PizZip(zipFiles(names.map((name) => ({ name, bytes }))))
    const found = Object.keys(zip.files)
    expect(found.slice(0, 7)).toEqual([
      ...[
        'Письмо № 5.docx',
        'письмо № 5 (2).docx',
        '-..-etc-passwd',
        'ab.docx',
        'file',
        'con_.docx',
        'file (2)',
      ],
    ])
    expect(found).toHaveLength(names.length)
    for (const name of found) expect(zip.file(name)?.asUint8Array()).toEqual(bytes)
  })

  test('a name keeps its extension and at most a hundred characters', () => {
    expect(safeName(`${'я'.repeat(200)}.docx`)).toBe(`${'я'.repeat(100)}.docx`)
    expect(safeName('отчёт: 1/2?.docx')).toBe('отчёт- 1-2-.docx')
  })
})
