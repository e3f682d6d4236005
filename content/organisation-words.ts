/**
 * Words by which names of organisations are compared, and heads of the columns of lists. They belong to the language of
 * papers, not of the interface.
 */

/** Legal forms, in full and as initials: they say nothing about which organisation it is. */
export const legalForms: readonly RegExp[] = [
  /(?:муниципальн|государственн|областн|федеральн|частн|краев)\p{L}*(?=\s)/gu,
  /(?:бюджетн|автономн|казенн|некоммерческ)\p{L}*(?=\s)/gu,
  /(?:обще)?образовательн\p{L}*\s+(?:учреждени|организаци)\p{L}*/gu,
  /(?:учреждени|организаци)\p{L}*/gu,
  /(?<!\p{L})(?:м|г|о|ог|фг|чо)?(?:б|а|к)?(?:оу|доу|удо|у)(?:\s+(?:дпо|до|спо))?(?!\p{L})/gu,
]

/** The same kind said at length and in short. */
export const sameWords: readonly [long: RegExp, short: string][] = [
  [/средн\p{L}*\s+(?:обще)?образовательн\p{L}*\s+школ\p{L}*|(?<!\p{L})сош(?!\p{L})/gu, 'школа'],
  [/основн\p{L}*\s+(?:обще)?образовательн\p{L}*\s+школ\p{L}*|(?<!\p{L})оош(?!\p{L})/gu, 'школа'],
  [/(?:средн|основн|начальн)\p{L}*\s+школ\p{L}*|(?<!\p{L})(?:сш|ош|нош)(?!\p{L})/gu, 'школа'],
  [/общеобразовательн\p{L}*|дошкольн\p{L}*/gu, ' '],
  [
    /детск\p{L}*\s+сад\p{L}*(?:\s+(?:общеразвивающ|комбинированн|компенсирующ)\p{L}*\s+вид\p{L}*)?|(?<!\p{L})(?:дс|д\/с)(?!\p{L})/gu,
    'сад',
  ],
  [/центр\p{L}*\s+развити\p{L}*\s+ребенк\p{L}*|(?<!\p{L})црр(?!\p{L})/gu, 'сад'],
  [/дополнительн\p{L}*\s+образовани\p{L}*/gu, ' '],
  [/управлени\p{L}*\s+образовани\p{L}*/gu, 'уо'],
  [/город\p{L}*(?=\s)|(?<!\p{L})г(?=\s)/gu, ' '],
]

/** Which type a name tells of: code of content/organisations.yaml, the first that fits. */
export const typeSigns: readonly [type: string, sign: RegExp][] = [
  [
    'municipal-authority',
    /управлени\p{L}*\s+(?:по\s+делам\s+)?образовани|отдел\p{L}*\s+образовани|комитет\p{L}*\s+по\s+(?:делам\s+)?образовани/u,
  ],
  [
    'preschool',
    /детск\p{L}*\s+сад|дошкольн|центр\p{L}*\s+развити\p{L}*\s+ребенк|(?<!\p{L})м?[бак]?доу(?!\p{L})/u,
  ],
  ['vocational', /колледж|техникум|профессиональн\p{L}*\s+(?:лице|училищ)/u],
  [
    'additional',
    /дополнительн\p{L}*\s+образовани|дом\s+(?:детск|творчеств|учащ)|дворец|детск\p{L}*-?\s*юношеск|школ\p{L}*\s+искусств|(?<!\p{L})(?:дюсш|ддт|цдт|дши)(?!\p{L})/u,
  ],
  ['school', /школ|лице|гимнази|(?<!\p{L})(?:сош|оош)(?!\p{L})/u],
]

/** The first head that fits names the column. */
export const organisationHeads = {
  inn: /^\s*инн/iu,
  shortName: /кратк|сокращ/iu,
  type: /^\s*(?:тип|вид)(?!\p{L})/iu,
  aliases: /прежн|иное\s+назван|также|синоним/iu,
  code: /^\s*код/iu,
  parent: /учредител|головн|входит\s+в|вышестоящ/iu,
  firstDay: /дата\s+(?:создан|открыт|регистрац)|работает\s+с/iu,
  lastDay: /дата\s+(?:закрыт|ликвидац|прекращ)/iu,
  municipality: /муниципал|район|округ/iu,
  name: /наименован|назван|организац|учрежден/iu,
} as const
