import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

type Rgb = readonly [number, number, number]

const css = readFileSync('app/ui/tokens.css', 'utf8')
const [modern = '', fallback = ''] = [css.split('@supports')[0], css.split('@supports')[1]]

const colour = String.raw`oklch\(([\d.]+)% ([\d.]+) ([\d.]+)\)`
const pairs = [
  ...modern.matchAll(new RegExp(`--([\\w-]+): light-dark\\(\\s*${colour},\\s*${colour}\\s*\\)`, 'g')),
]
const light = new Map(
  pairs.map(([, name = '', l, c, h]) => [name, toRgb(Number(l) / 100, Number(c), Number(h))]),
)
const dark = new Map(
  pairs.map(([, name = '', , , , l, c, h]) => [name, toRgb(Number(l) / 100, Number(c), Number(h))]),
)

const grounds = ['paper', 'sheet', 'wash']
const text: [string, string][] = [
  ...['ink', 'ink-2', 'ink-3', 'accent-deep', 'red'].flatMap((ink) =>
    grounds.map((on): [string, string] => [ink, on]),
  ),
  ...['ink', 'ink-2', 'accent-deep'].map((ink): [string, string] => [ink, 'accent-wash']),
  ['on-accent', 'accent'],
  ['on-accent', 'accent-deep'],
  ...['amber', 'red', 'blue'].flatMap((tone): [string, string][] => [
    [tone, `${tone}-wash`],
    ['ink', `${tone}-wash`],
  ]),
]
const shapes: [string, string][] = [
  ...['green', 'amber', 'red', 'blue', 'slate', 'accent', 'field'].flatMap((shape) =>
    ['paper', 'sheet'].map((on): [string, string] => [shape, on]),
  ),
]

describe.each([
  ['light', light],
  ['dark', dark],
])('%s theme', (_, theme) => {
  test.each(text)('text %s on %s reaches 4.5 : 1', (ink, on) => {
    expect(contrast(of(theme, ink), of(theme, on))).toBeGreaterThanOrEqual(4.5)
  })
  test.each(shapes)('the shape of %s on %s reaches 3 : 1', (shape, on) => {
    expect(contrast(of(theme, shape), of(theme, on))).toBeGreaterThanOrEqual(3)
  })
})

describe('version for weak sight', () => {
  const sets = [...css.matchAll(/--paper: #(\w+);\s*--ink: #(\w+);/g)].map(([, paper = '', ink = '']) => [
    paper,
    ink,
  ])
  test('has three pairs of colours', () => expect(sets.slice(0, 3)).toHaveLength(3))
  test.each(sets)('#%s and #%s reach 7 : 1', (paper = '', ink = '') => {
    expect(contrast(hex(paper), hex(ink))).toBeGreaterThanOrEqual(7)
  })
})

test('browsers without light-dark() get the very colours of the light theme', () => {
  const shown = [...fallback.matchAll(/--([\w-]+): #([\da-f]{6});/g)].slice(0, light.size)
  expect(new Map(shown.map(([, name, value]) => [name, value]))).toEqual(
    new Map([...light].map(([name, rgb]) => [name, printed(rgb)])),
  )
})

test('the formula agrees with known colours', () => {
  expect(printed(toRgb(0.62796, 0.25768, 29.234))).toBe('ff0000')
  expect(contrast([1, 1, 1], [0, 0, 0])).toBeCloseTo(21)
})

function of(theme: Map<string, Rgb>, name: string): Rgb {
  const rgb = theme.get(name)
  if (!rgb) throw new Error(`tokens.css has no light-dark colour --${name}`)
  return rgb
}

/** OKLCH to sRGB: Björn Ottosson, «A perceptual color space for image processing», 2020. */
function toRgb(l: number, c: number, h: number): Rgb {
  const [a, b] = [c * Math.cos((h * Math.PI) / 180), c * Math.sin((h * Math.PI) / 180)]
  const long = (l + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const middle = (l - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const short = (l - 0.0894841775 * a - 1.291485548 * b) ** 3
  return [
    gamma(4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short),
    gamma(-1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short),
    gamma(-0.0041960863 * long - 0.7034186147 * middle + 1.707614701 * short),
  ]
}

function gamma(linear: number) {
  const value = Math.min(1, Math.max(0, linear))
  return value <= 0.0031308 ? 12.92 * value : 1.055 * value ** (1 / 2.4) - 0.055
}

function contrast(one: Rgb, other: Rgb) {
  const [dim = 0, bright = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (bright + 0.05) / (dim + 0.05)
}

/** WCAG 2.2, relative luminance. */
function luminance([r, g, b]: Rgb) {
  const linear = (v: number) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
  return 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b)
}

function hex(value: string): Rgb {
  const long = value.length === 3 ? [...value].map((digit) => digit + digit).join('') : value
  const part = (at: number) => Number.parseInt(long.slice(at, at + 2), 16) / 255
  return [part(0), part(2), part(4)]
}

function printed(rgb: Rgb) {
  return rgb
    .map((v) =>
      Math.round(v * 255)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')
}
