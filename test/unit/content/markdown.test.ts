import { expect, test } from 'vitest'
import { renderMarkdown } from '#content/markdown.ts'

test('raw HTML is shown, not run', () => {
  const html = renderMarkdown('до <img src=x onerror=alert(1)> после\n\n<script>alert(1)</script>\n')
  expect(html).not.toMatch(/<(img|script)/)
  expect(html).toContain('&lt;script&gt;')
})

test.each([
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'data:text/html,x',
  '//evil.example',
  '/\\\\evil.example',
  'vbscript:x',
])('a link to %s loses its address', (href) => {
  expect(renderMarkdown(`[текст](${href})`)).toBe('<p>текст</p>\n')
  expect(renderMarkdown(`![подпись](${href})`)).not.toContain('src=')
})

test('quotes in an address cannot leave the attribute', () => {
  expect(renderMarkdown('[x](</a"onmouseover="alert(1)>)')).not.toContain('"onmouseover')
})

test('headings get readable ids, different for equal headings', () => {
  const html = renderMarkdown('## Как *это* работает\n\n## Как это работает\n')
  expect(html).toContain('<h2 id="как-это-работает">')
  expect(html).toContain('<h2 id="как-это-работает-2">')
})

test('a heading cannot smuggle a tag into its id', () => {
  expect(renderMarkdown('## "><script>x</script>')).not.toContain('<script')
})

test('tables and internal links work', () => {
  expect(renderMarkdown('| а | б |\n| --- | --- |\n| 1 | [2](/drafts) |')).toContain(
    '<td><a href="/drafts">2</a></td>',
  )
})

test('a table can be scrolled by keyboard; a tag that an author typed is no table', () => {
  expect(renderMarkdown('| а | б |\n|---|---|\n| 1 | 2 |\n')).toContain('<table tabindex="0">')
  expect(renderMarkdown('до <table> после')).toBe('<p>до &lt;table&gt; после</p>\n')
})
