import { readCoordinates } from '#conversations/read_coordinates'
import { test } from '@japa/runner'

const HERE = { latitude: -23.5614, longitude: -46.6559 }

test.group('Coordinates', () => {
  test('are read from {$self}')
    .with([
      '-23.5614, -46.6559',
      ' -23.5614 -46.6559 ',
      '-23.5614;-46.6559',
      '-23,5614; -46,6559',
      'https://www.google.com/maps/@-23.5614,-46.6559,17z',
      'https://www.google.com/maps?q=-23.5614,-46.6559',
      'https://www.google.com/maps/search/?api=1&query=-23.5614%2C-46.6559',
      'https://www.google.com/maps/search/-23.5614,+-46.6559',
      'https://www.google.com/maps/place/Empresa/@-23.99,-46.99,17z/data=!3m1!4b1!4m6!8m2!3d-23.5614!4d-46.6559',
      'https://maps.apple.com/?ll=-23.5614,-46.6559&q=Empresa',
      'https://www.openstreetmap.org/?mlat=-23.5614&mlon=-46.6559#map=16/-23.99/-46.99',
      'https://www.openstreetmap.org/#map=16/-23.5614/-46.6559',
      'https://waze.com/ul?ll=-23.5614,-46.6559&navigate=yes',
      'geo:-23.5614,-46.6559?z=17',
    ])
    .run(({ assert }, text) => assert.deepEqual(readCoordinates(text), HERE))

  test('are not read from {$self}')
    .with(['', 'Av. Exemplo, 100', '-23.5614', '91, 10', '10, 181', 'https://maps.app.goo.gl/abc'])
    .run(({ assert }, text) => assert.isNull(readCoordinates(text)))
})
