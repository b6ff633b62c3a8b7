export * from './asks-what-day-it-is'
export { now } from './asks-what-day-it-is'
