import { counted } from '#content/messages/plural.ts'

type Facts = Readonly<Record<string, string | number>>
const remarks = (n: unknown) => counted(Number(n), 'замечание', 'замечания', 'замечаний')

/** Why words cannot go into the text, and what must be said before it is published. */
export const versionProblems = {
  'proposals-none': 'Отметьте хотя бы одно предложение.',
  'proposals-conflict': ({ a, b }: Facts) =>
    `Предложения № ${a} и № ${b} меняют одни и те же слова по-разному. Оставьте одно из них. Текст не изменён.`,
  'proposal-undecided': ({ n }: Facts) => `По предложению № ${n} ещё нет решения, внести его нельзя.`,
  'proposal-applied': ({ n }: Facts) => `Предложение № ${n} уже внесено в этот текст.`,
  'proposal-gone': 'Этих слов больше нет в тексте. Если правка ещё нужна, внесите её в редакторе.',
  'proposal-doubtful':
    'Неясно, какое место имеется в виду: слова встречаются не раз. Внесите правку в редакторе.',
  'proposal-several': 'Слова теперь стоят в нескольких абзацах. Внесите правку в редакторе.',
  'proposal-changed': 'Эти слова уже изменены. Сравните и внесите правку в редакторе.',
  'proposal-words': ({ n }: Facts) =>
    `Предложение № ${n} учтено полностью: оно вносится так, как его написал автор.`,
  'proposal-footnote':
    'Вместе с этими словами пропала бы сноска. Внесите правку в редакторе. Текст не изменён.',
  'proposal-rewritten': 'Эти слова с тех пор изменили. Верните прежний текст в редакторе.',
  'version-unanswered': ({ n }: Facts) =>
    `Без решения ${remarks(n)}. Ответьте на них или объясните, почему редакция выходит раньше.`,
  'version-unkept': ({ n }: Facts) =>
    `Обещано, но в тексте не изменилось: ${remarks(n)}. Внесите правку, отметьте, где она сделана, или объясните.`,
  'version-unexplained': ({ n }: Facts) =>
    `Правок, которые не отвечают ни на одно замечание: ${n}. Посмотрите их и поставьте отметку.`,
}
