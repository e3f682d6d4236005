/** Letters of symbol fonts in Unicode: the few that stand in documents. Others are reported, never guessed. */
const wingdings: Record<number, string> = {
  34: '✂',
  40: '☎',
  42: '✉',
  74: '☺',
  76: '☹',
  108: '●',
  109: '❍',
  110: '■',
  111: '□',
  113: '❑',
  117: '◆',
  118: '❖',
  158: '·',
  159: '•',
  167: '▪',
  168: '◻',
  216: '➢',
  223: '←',
  224: '→',
  225: '↑',
  226: '↓',
  232: '➔',
  240: '⇨',
  251: '✗',
  252: '✓',
  253: '☒',
  254: '☑',
}

const symbol: Record<number, string> = {
  34: '∀',
  36: '∃',
  45: '−',
  62: '>',
  64: '≅',
  68: 'Δ',
  70: 'Φ',
  71: 'Γ',
  76: 'Λ',
  80: 'Π',
  83: 'Σ',
  87: 'Ω',
  97: 'α',
  98: 'β',
  99: 'χ',
  100: 'δ',
  101: 'ε',
  102: 'φ',
  103: 'γ',
  104: 'η',
  108: 'λ',
  109: 'μ',
  110: 'ν',
  112: 'π',
  113: 'θ',
  114: 'ρ',
  115: 'σ',
  116: 'τ',
  119: 'ω',
  120: 'ξ',
  163: '≤',
  165: '∞',
  174: '→',
  176: '°',
  177: '±',
  179: '≥',
  180: '×',
  182: '∂',
  183: '•',
  184: '÷',
  185: '≠',
  186: '≡',
  187: '≈',
  206: '∈',
  214: '√',
  229: '∑',
  242: '∫',
}

/** `code` is hexadecimal; fonts of symbols live at F000. */
export function symbolOf(font: string, code: string): string | null {
  const point = /^[0-9a-f]{1,6}$/i.test(code) ? Number.parseInt(code, 16) : Number.NaN
  if (Number.isNaN(point)) return null
  const own = point >= 0xf000 && point <= 0xf0ff ? point - 0xf000 : point
  if (/wingdings/i.test(font)) return wingdings[own] ?? null
  if (/^symbol$/i.test(font)) return symbol[own] ?? null
  const isPrivate = point >= 0xe000 && point <= 0xf8ff
  return isPrivate || point < 0x20 || point > 0x10ffff || (point >= 0xd800 && point < 0xe000)
    ? null
    : String.fromCodePoint(point)
}
