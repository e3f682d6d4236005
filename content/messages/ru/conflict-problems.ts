/** Refusals because of a conflict of interest, a challenge or a recusal. */
import { conflictKinds } from './panel-conflicts.ts'

type Facts = Readonly<Record<string, string | number>>
const words: Record<string, string> = conflictKinds
const kindsText = (codes: string | number | undefined) =>
  String(codes ?? '')
    .split(',')
    .map((code) => words[code] ?? code)
    .join('; ')

export const conflictProblems = {
  'member-conflict':
    'У одного из членов группы обнаружен конфликт интересов. Тот, кто ведёт отбор, уже знает об этом; продолжить можно после замены.',
  'member-conflict-named': ({ who }: Facts) =>
    `Конфликт интересов: ${who}. Замените из запаса на странице «Конфликты интересов», потом продолжайте.`,
  'conflict-undecided':
    'Есть обстоятельства, по которым ещё нет решения. Его принимает тот, кто ведёт отбор.',
  'conflict-undecided-named': ({ who }: Facts) =>
    `Нужно решение: ${who}. На странице «Конфликты интересов» запишите, почему обстоятельство не препятствует, или замените эксперта.`,
  'own-conflict': ({ kinds }: Facts) =>
    `У вас обнаружен конфликт интересов: ${kindsText(kinds)}. Участвовать с ним нельзя: возьмите самоотвод или откажитесь. Если сведения неверны, исправьте их в кабинете и попробуйте снова.`,
  'conflict-blocks': 'При таком конфликте участвовать нельзя, решением это не отменить.',
  'conflict-decided': 'Решение уже принято.',
  'conflict-gone': 'Такого конфликта больше нет. Обновите страницу.',
  'own-challenge': 'Себя не отводят: возьмите самоотвод в кабинете.',
  'own-challenge-answer': 'На своё заявление отвечает другой человек.',
  'challenge-nobody': 'Этого человека в группе уже нет.',
  'challenge-open': 'Ваше заявление об этом человеке уже ждёт ответа.',
  'challenge-answered': 'На это заявление уже есть ответ.',
  'seat-not-accepted': 'Самоотвод берёт тот, кто согласился участвовать и ещё в группе.',
  'seat-left': 'Вы больше не входите в эту группу.',
}
