type Facts = Readonly<Record<string, string | number>>
const day = (iso: unknown) => String(iso).split('-').reverse().join('.')

/** What writers and reviewers of practices are told. */
export const practiceNotices = {
  'practice.author': ({ title }: Facts) =>
    `Вас назвали автором практики «${title}». Подтвердите или откажитесь`,
  'practice.checked': ({ title }: Facts) => `Практика «${title}» прошла проверку и передана экспертам`,
  'practice.returned': ({ title }: Facts) => `Практику «${title}» вернули на доработку`,
  'practice.refused': ({ title }: Facts) => `Практику «${title}» решено не публиковать`,
  'practice.published': ({ title }: Facts) => `Практика «${title}» опубликована`,
  'practice.withdrawn': ({ title }: Facts) => `Практика «${title}» снята с публикации`,
  'practice.review': ({ title, until }: Facts) => `Вас просят оценить практику «${title}» до ${day(until)}`,
  'practice.review-released': ({ title }: Facts) => `Оценка практики «${title}» больше не нужна. Спасибо!`,
  'practice.review-accepted': ({ title }: Facts) => `Эксперт согласился оценить практику «${title}»`,
  'practice.review-declined': ({ title }: Facts) =>
    `Эксперт отказался оценивать практику «${title}». Пригласите другого`,
  'practice.review-in': ({ title }: Facts) => `Пришла экспертная оценка практики «${title}»`,
}
