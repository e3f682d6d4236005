/** A stored text as HTML: nothing of its writer's becomes a tag. */
import { expect, test } from 'vitest'
import { docHtml } from '#app/editor/doc-html.ts'

const text = (words: string, marks: { type: string; attrs?: Record<string, unknown> }[] = []) => ({
  ...{ type: 'text', text: words },
  marks,
})
const paragraph = (...content: ReturnType<typeof text>[]) => ({ type: 'paragraph', content })

test('words are escaped, in links too', () => {
  const doc = {
    content: [paragraph(text('<b>&"', [{ type: 'link', attrs: { href: 'https://a.example/?"x' } }]))],
  }
  expect(docHtml(doc)).toBe(
    '<p><a href="https://a.example/?&quot;x" rel="noopener nofollow">&lt;b&gt;&amp;&quot;</a></p>',
  )
})

test('a link that runs a script is only its words', () => {
  const doc = {
    content: [paragraph(text('нажмите', [{ type: 'link', attrs: { href: 'javascript:alert(1)' } }]))],
  }
  expect(docHtml(doc)).toBe('<p>нажмите</p>')
})

test('headings begin at the level of the page, lists keep their beginning, unknown nodes only their words', () => {
  const doc = {
    content: [
      { type: 'heading', attrs: { level: 1 }, content: [text('А')] },
      {
        type: 'orderedList',
        attrs: { start: 3 },
        content: [{ type: 'listItem', content: [paragraph(text('Б'))] }],
      },
      { type: 'script', content: [paragraph(text('В', [{ type: 'bold' }]))] },
    ],
  }
  expect(docHtml(doc)).toBe('<h3>А</h3><ol start="3"><li><p>Б</p></li></ol><p><strong>В</strong></p>')
})
