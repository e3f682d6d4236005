/** Parts of a design: objects and judges that are joined by marks, directly or through others. */
export function partsOf(marks: readonly { object: number; judge: number }[]) {
  const above = new Map<string, string>()
  const root = (key: string): string => {
    let at = key
    for (let next = above.get(at); next !== undefined && next !== at; next = above.get(at)) at = next
    above.set(key, at)
    return at
  }
  for (const { object, judge } of marks) above.set(root(`object ${object}`), root(`judge ${judge}`))
  const numbers = new Map<string, number>()
  const numberOf = (key: string) => {
    const top = root(key)
    const known = numbers.get(top) ?? numbers.size
    numbers.set(top, known)
    return known
  }
  const objectPart = new Map(marks.map(({ object }) => [object, numberOf(`object ${object}`)]))
  const judgePart = new Map(marks.map(({ judge }) => [judge, numberOf(`judge ${judge}`)]))
  return { objectPart, judgePart, parts: numbers.size }
}
