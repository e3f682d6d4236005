/** The nodes of a parsed page, as little of them as the import looks at. */
export interface HtmlNode {
  nodeName: string
  value?: string
  attrs?: { name: string; value: string }[]
  childNodes?: HtmlNode[]
}

export function nameOf(node: HtmlNode): string {
  return node.nodeName.toLowerCase()
}

/** An attribute, '' when it is absent. */
export function styleOf(node: HtmlNode, name: string): string {
  return node.attrs?.find((one) => one.name === name)?.value ?? ''
}

export function isHidden(node: HtmlNode): boolean {
  const style = styleOf(node, 'style')
  const marked = node.attrs?.some(({ name }) => name === 'hidden') ?? false
  return marked || /display\s*:\s*none|mso-hide\s*:\s*all|visibility\s*:\s*hidden/i.test(style)
}

/** Every word inside, without recursion: a page may be as deep as its sender likes. */
export function plainText(node: HtmlNode): string {
  let text = ''
  const stack = [node]
  for (let one = stack.pop(); one; one = stack.pop()) {
    if (one.nodeName === '#text') text += one.value ?? ''
    if (['script', 'style', 'template'].includes(one.nodeName)) continue
    for (const inner of (one.childNodes ?? []).toReversed()) stack.push(inner)
  }
  return text
}
