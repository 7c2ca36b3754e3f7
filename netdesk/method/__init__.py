"""The rules of the method and the values they speak of; standard library only."""
