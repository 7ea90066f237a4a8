// A family is its four files, by face.
#define REGULAR "Roboto-Regular.ttf"
#define BOLD "Roboto-Bold.ttf"
#define CONDENSED "RobotoCondensed-Regular.ttf"
#define CONDENSED_BOLD "RobotoCondensed-Bold.ttf"
