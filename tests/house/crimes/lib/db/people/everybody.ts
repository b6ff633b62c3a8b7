export const everybody = ['ana', 'ben']
