export function answer(day: string) {
  console.log(day)
  throw 'no answer'
}
