package demo;

class Right {
}
