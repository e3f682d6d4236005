/** The public address of an order: issuer, day and number in letters that an address can hold. Never changes. */
const letters: Record<string, string> = {
  ...{
    а: 'a',
    б: 'b',
    в: 'v',
    г: 'g',
    д: 'd',
    е: 'e',
    ё: 'e',
    ж: 'zh',
    з: 'z',
    и: 'i',
    й: 'y',
    к: 'k',
    л: 'l',
    м: 'm',
  },
  ...{
    н: 'n',
    о: 'o',
    п: 'p',
    р: 'r',
    с: 's',
    т: 't',
    у: 'u',
    ф: 'f',
    х: 'kh',
    ц: 'ts',
    ч: 'ch',
    ш: 'sh',
    щ: 'sch',
  },
  ...{ ъ: '', ы: 'y', ь: '', э: 'e', ю: 'yu', я: 'ya' },
}

/** `ministry-2026-07-17-01-demo-45`; two numbers that read the same differ by what their signs are spelt as. */
export function orderSlug(issuer: string, day: string, number: string): string {
  const word = [...number.toLowerCase()].map(
    (char) => letters[char] ?? (/[a-z0-9]/.test(char) ? char : char === '/' ? '-s-' : '-'),
  )
  return [issuer, day, word.join('')].join('-').replace(/-+/g, '-').replace(/-$/, '')
}
